alter table llm_analyses add column replay_of_id bigint references llm_analyses;

alter table llm_analyses add constraint llm_analyses_replay_check check ((kind = 'replay') = (replay_of_id is not null));

create index llm_analyses_replay_of_id_idx on llm_analyses (replay_of_id) where replay_of_id is not null;

comment on column llm_analyses.kind is 'chart: asked for its execution''s signal; replay: asked again later, never part of a signal';
comment on column llm_analyses.replay_of_id is 'of a replay: the analysis it stands against; of several that read the chart, that of the same model, or else the first';
