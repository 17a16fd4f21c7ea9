create table outcome_subjects (
    id                  bigint generated always as identity primary key,
    kind                text          not null check (kind in ('analysis', 'signal')),
    llm_analysis_id     bigint        not null references llm_analyses,
    signal_id           bigint        references trading_signals,
    instrument_id       bigint        not null references instruments,
    symbol              text          not null,
    timeframe           text          not null,
    source              text          not null,
    strategy_id         bigint        not null references strategies,
    strategy_version_id bigint        not null references strategy_versions,
    prompt_template_id  bigint        not null references prompt_templates,
    model_config        text          not null,
    response_model      text,
    replay              boolean       not null,
    answer_status       text          not null,
    direction           smallint      not null check (direction in (-1, 0, 1)),
    confidence          numeric(5, 4),
    scored              boolean       not null,
    horizon_bars        integer       not null,
    benchmark           text,
    cost_usd            numeric(18, 12),
    latency_ms          bigint        not null,
    as_of               timestamptz   not null,
    as_of_given         boolean       not null,
    decided_at          timestamptz   not null,
    last_bar_closed_at  timestamptz   not null,
    counted             boolean       not null,
    voided              boolean       not null default false,
    state               text          not null check (state in ('pending', 'resolved', 'none')),
    due_at              timestamptz,
    attempts            integer       not null default 0,
    last_error          text,
    entry_at            timestamptz,
    watched_to          timestamptz,
    forward             boolean,
    market_regime       text,
    check ((kind = 'signal') = (signal_id is not null)),
    check ((state = 'pending') = (due_at is not null))
);

create unique index outcome_subjects_analysis_key on outcome_subjects (llm_analysis_id) where kind = 'analysis';
create unique index outcome_subjects_signal_key on outcome_subjects (signal_id) where kind = 'signal';
create unique index outcome_subjects_counted_key on outcome_subjects
    (kind, strategy_version_id, instrument_id, timeframe, as_of, model_config, prompt_template_id, replay) where counted;
create index outcome_subjects_due_idx on outcome_subjects (due_at) where state = 'pending';
create index outcome_subjects_watched_idx on outcome_subjects (instrument_id, source, entry_at) where entry_at is not null;

create table outcomes (
    id              bigint generated always as identity primary key,
    subject_id      bigint      not null references outcome_subjects,
    horizon         integer     not null check (horizon > 0),
    version         integer     not null check (version > 0),
    status          text        not null check (status in ('resolved', 'excluded')),
    excluded_for    text,
    entry_at        timestamptz,
    entry_price     numeric(18, 8),
    exit_at         timestamptz,
    exit_price      numeric(18, 8),
    forward_return  numeric(20, 12),
    excess_return   numeric(20, 12),
    direction_hit   boolean,
    bar_snapshot_id bigint      not null references bar_snapshots,
    benchmark_snapshot_id bigint references bar_snapshots,
    resolved_at     timestamptz not null default now(),
    superseded_at   timestamptz,
    unique (subject_id, horizon, version),
    check ((status = 'resolved') = (forward_return is not null)),
    check ((status = 'excluded') = (excluded_for is not null))
);

create unique index outcomes_current_key on outcomes (horizon, subject_id)
    include (status, forward_return, excess_return) where superseded_at is null;

create table simulated_trades (
    id                bigint generated always as identity primary key,
    subject_id        bigint      not null references outcome_subjects,
    version           integer     not null check (version > 0),
    status            text        not null check (status in ('closed', 'not_filled', 'excluded')),
    excluded_for      text,
    entry_rule        text        not null,
    target_rule       text        not null,
    cost_rate         numeric(12, 8) not null check (cost_rate >= 0),
    entry_at          timestamptz,
    entry_price       numeric(18, 8),
    exit_at           timestamptz,
    exit_price        numeric(18, 8),
    exit_reason       text check (exit_reason in ('stop', 'target_conservative', 'target_aggressive', 'horizon')),
    gross_return      numeric(20, 12),
    net_return        numeric(20, 12),
    realised_r        numeric(20, 12),
    favourable        numeric(20, 12),
    adverse           numeric(20, 12),
    bars_held         integer,
    bar_snapshot_id   bigint      not null references bar_snapshots,
    resolved_at       timestamptz not null default now(),
    superseded_at     timestamptz,
    unique (subject_id, version),
    check ((status = 'closed') = (exit_reason is not null))
);

create unique index simulated_trades_current_key on simulated_trades (subject_id) where superseded_at is null;

create table base_rates (
    instrument_id bigint  not null references instruments,
    source        text    not null,
    timeframe     text    not null,
    horizon       integer not null check (horizon > 0),
    month         date    not null,
    bars          integer not null check (bars > 0),
    up            integer not null check (up >= 0),
    down          integer not null check (down >= 0),
    primary key (instrument_id, source, timeframe, horizon, month),
    check (up + down <= bars)
);

-- Everything that was ever answered has its subject from the transaction that wrote it: nothing is looked for, or missed.
create function enrol_analysis(analysis llm_analyses) returns void language plpgsql as $$
begin
    -- Of those that are about the same only the first counts.
    for attempt in 1..2 loop
        insert into outcome_subjects (kind, llm_analysis_id, instrument_id, symbol, timeframe, source, strategy_id,
            strategy_version_id, prompt_template_id, model_config, response_model, replay, answer_status, direction, confidence,
            scored, horizon_bars, benchmark, cost_usd, latency_ms, as_of, as_of_given, decided_at, last_bar_closed_at, counted, state, due_at)
        select 'analysis', analysis.id, c.instrument_id, analysis.symbol, analysis.timeframe, analysis.source,
            analysis.strategy_id, e.strategy_version_id, analysis.prompt_template_id, analysis.model_config,
            analysis.response_model, analysis.kind = 'replay', analysis.status,
            case analysis.recommendation when 'BUY' then 1 when 'SELL' then -1 else 0 end, analysis.confidence_score,
            analysis.provider = 'rules', analysis.horizon_bars, sv.benchmark, analysis.cost_usd, analysis.latency_ms, analysis.as_of,
            coalesce(e.result ->> 'as_of_source', '') not in ('now', 'schedule'), analysis.decided_at,
            analysis.last_bar_closed_at, attempt = 1 and analysis.status = 'completed',
            case when analysis.status = 'completed' then 'pending' else 'none' end,
            case when analysis.status = 'completed' then now() end
        from charts c join workflow_executions e on e.id = analysis.execution_id
            join strategy_versions sv on sv.id = e.strategy_version_id
        where c.id = analysis.chart_id
        on conflict do nothing;
        exit when found;
    end loop;
end
$$;

create function enrol_signal(signal trading_signals) returns void language plpgsql as $$
begin
    for attempt in 1..2 loop
        insert into outcome_subjects (kind, llm_analysis_id, signal_id, instrument_id, symbol, timeframe, source, strategy_id,
            strategy_version_id, prompt_template_id, model_config, response_model, replay, answer_status, direction, confidence,
            scored, horizon_bars, benchmark, cost_usd, latency_ms, as_of, as_of_given, decided_at, last_bar_closed_at, counted, voided,
            state, due_at)
        select 'signal', a.id, signal.id, signal.instrument_id, signal.symbol, signal.timeframe_primary, signal.source,
            signal.strategy_id, signal.strategy_version_id, a.prompt_template_id, a.model_config, a.response_model,
            a.kind = 'replay', 'completed',
            case signal.signal_type when 'BUY' then 1 when 'SELL' then -1 else 0 end, signal.confidence, a.provider = 'rules',
            signal.horizon_bars, sv.benchmark, a.cost_usd, a.latency_ms, signal.as_of,
            coalesce(e.result ->> 'as_of_source', '') not in ('now', 'schedule'), signal.decided_at,
            signal.last_bar_closed_at, attempt = 1 and v.signal_id is null, v.signal_id is not null, 'pending', now()
        from llm_analyses a join workflow_executions e on e.id = signal.execution_id
            join strategy_versions sv on sv.id = signal.strategy_version_id
            left join signal_voids v on v.signal_id = signal.id
        where a.id = signal.llm_analysis_id
        on conflict do nothing;
        exit when found;
    end loop;
end
$$;

create function enrol_inserted_analysis() returns trigger language plpgsql as $$
begin
    perform enrol_analysis(new);
    return null;
end
$$;

create function enrol_inserted_signal() returns trigger language plpgsql as $$
begin
    perform enrol_signal(new);
    return null;
end
$$;

-- What is about the same as a voided signal and came after it counts in its place.
create function uncount_voided_signal() returns trigger language plpgsql as $$
declare
    gone outcome_subjects;
begin
    update outcome_subjects set voided = true, counted = false where kind = 'signal' and signal_id = new.signal_id
    returning * into gone;
    update outcome_subjects set counted = true where id = (
        select min(s.id) from outcome_subjects s
        where s.kind = 'signal' and not s.voided and s.strategy_version_id = gone.strategy_version_id
            and s.instrument_id = gone.instrument_id and s.timeframe = gone.timeframe and s.as_of = gone.as_of
            and s.model_config = gone.model_config and s.prompt_template_id = gone.prompt_template_id
            and s.replay = gone.replay);
    return null;
end
$$;

create function look_again_after_revisions() returns trigger language plpgsql as $$
begin
    update outcome_subjects s set state = 'pending', due_at = now(), attempts = 0
    from (select instrument_id, source, opens_at from revised) r
    where s.instrument_id = r.instrument_id and s.source = r.source and r.opens_at >= s.entry_at and r.opens_at < s.watched_to;
    return null;
end
$$;

create function look_again_after_splits() returns trigger language plpgsql as $$
begin
    update outcome_subjects s set state = 'pending', due_at = now(), attempts = 0
    from (select instrument_id, ex_date from recorded where kind = 'split') r
    where s.instrument_id = r.instrument_id and r.ex_date >= s.last_bar_closed_at::date and r.ex_date <= s.watched_to::date;
    return null;
end
$$;

select enrol_analysis(a) from llm_analyses a order by a.id;
select enrol_signal(s) from trading_signals s order by s.id;

create trigger llm_analyses_enrolled after insert on llm_analyses for each row execute function enrol_inserted_analysis();
create trigger trading_signals_enrolled after insert on trading_signals for each row execute function enrol_inserted_signal();
create trigger signal_voids_uncounted after insert on signal_voids for each row execute function uncount_voided_signal();
create trigger bar_revisions_looked_at after insert on bar_revisions
    referencing new table as revised for each statement execute function look_again_after_revisions();
create trigger corporate_actions_looked_at after insert on corporate_actions
    referencing new table as recorded for each statement execute function look_again_after_splits();

comment on table outcome_subjects is
    'What is judged: every analysis and every signal, from the transaction that wrote it. Who said what stays as it was said; state and what follows it moves on as bars close.';
comment on column outcome_subjects.llm_analysis_id is 'of a signal the deciding one';
comment on column outcome_subjects.timeframe is 'of a signal the primary one; horizons are counted in its bars';
comment on column outcome_subjects.answer_status is 'completed invalid refused truncated failed: only a completed answer is resolved';
comment on column outcome_subjects.direction is '1 for BUY, -1 for SELL, 0 for HOLD and for answers without a verdict';
comment on column outcome_subjects.confidence is '0 to 1: the probability that the direction is right at horizon_bars';
comment on column outcome_subjects.scored is 'whether confidence is a score of rules-v1 and no probability';
comment on column outcome_subjects.benchmark is 'symbol at the same source that returns are held against';
comment on column outcome_subjects.cost_usd is 'US dollars; null when not known';
comment on column outcome_subjects.latency_ms is 'milliseconds of the deciding call';
comment on column outcome_subjects.as_of_given is
    'whether as_of was given or taken from a feed whose history ends: entry is then as_of and a stated latency, not decided_at';
comment on column outcome_subjects.counted is
    'whether it is the first that is about the same: kind, strategy version, instrument, timeframe, as_of, model and prompt';
comment on column outcome_subjects.due_at is 'when it is looked at next; moved ahead while somebody does';
comment on column outcome_subjects.entry_at is 'open of the entry bar';
comment on column outcome_subjects.watched_to is 'close of the last bar that any of its outcomes used';
comment on column outcome_subjects.forward is 'whether it was decided before the entry bar opened; null until there is one';
comment on column outcome_subjects.market_regime is 'close against SMA 200, and the third of its last 250 values that ATR 14 is in';
comment on table outcomes is
    'Forward returns: one current version a subject and horizon. Insert-only but for superseded_at: a revised bar or a split that was recorded later makes a new version. Price returns: splits applied, dividends left out.';
comment on column outcomes.horizon is 'bars, the entry bar being the first';
comment on column outcomes.entry_price is 'open of the entry bar, in terms of the day of the decision';
comment on column outcomes.exit_price is 'close of the last bar of the horizon, in the same terms';
comment on column outcomes.forward_return is 'exit over entry less 1';
comment on column outcomes.excess_return is 'forward_return less that of the benchmark over the same bars; null without one';
comment on column outcomes.direction_hit is 'whether the return had the sign of the direction; a return of 0 is no hit; null for HOLD';
comment on column outcomes.bar_snapshot_id is 'bars that hold all that were used';
comment on table simulated_trades is
    'What following entry, stop and target would have come to: one current version a subject. Insert-only but for superseded_at.';
comment on column simulated_trades.cost_rate is 'round-trip cost as a share of the entry price';
comment on column simulated_trades.net_return is 'gross_return less cost_rate';
comment on column simulated_trades.realised_r is 'net result over the distance of entry and stop';
comment on column simulated_trades.favourable is 'largest excursion in the direction, as a share of the entry price';
comment on column simulated_trades.adverse is 'largest excursion against the direction, as a share of the entry price, not below 0';
comment on table base_rates is
    'Of all bars of a series that a subject was resolved with: how many entries of a month went up and down over a horizon.';
comment on column base_rates.month is 'first day of the month of the entry bars'' sessions';
comment on column base_rates.up is 'entries whose return was above 0; those of exactly 0 are in neither';
