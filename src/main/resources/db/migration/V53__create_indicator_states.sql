create table indicator_states (
    id        integer generated always as identity primary key,
    indicator text not null,
    state     text not null,
    unique (indicator, state)
);

create table analysis_states (
    llm_analysis_id bigint primary key references llm_analyses on delete cascade,
    states          integer[]
);

create index analysis_states_untold_idx on analysis_states (llm_analysis_id) where states is null;

-- Everything that was ever answered waits from the transaction that wrote it: nothing is looked for, or missed.
insert into analysis_states (llm_analysis_id) select id from llm_analyses where status = 'completed' order by id;

create function await_states() returns trigger language plpgsql as $$
begin
    insert into analysis_states (llm_analysis_id) values (new.id);
    return null;
end
$$;

create trigger llm_analyses_awaiting_states after insert on llm_analyses
    for each row when (new.status = 'completed') execute function await_states();

comment on table indicator_states is 'Every state that an indicator was ever in: RSI(14) below_30. Its number is what analyses have.';
comment on column indicator_states.indicator is 'as the catalogue spells it, with its parameters in the catalogue''s order';
comment on table analysis_states is
    'In which states the indicators of an analysis''s chart were, told from the readings that are kept with it. No evidence: when a rule changes, a migration sets states to null and they are told again.';
comment on column analysis_states.states is 'ids of indicator_states, ascending; empty when nothing can be told; null until it was tried';
