create table strategies (
    id                 bigint generated always as identity primary key,
    name               text        not null unique,
    description        text        not null default '',
    active             boolean     not null default true,
    current_version_id bigint,
    schedule           text,
    time_zone          text        not null default 'UTC',
    catch_up           text        not null default 'latest' check (catch_up in ('skip', 'latest', 'all')),
    next_execution_at  timestamptz,
    paused_at          timestamptz,
    created_at         timestamptz not null default now()
);

create table strategy_versions (
    id                       bigint generated always as identity primary key,
    strategy_id              bigint      not null references strategies,
    version                  integer     not null check (version > 0),
    symbols                  jsonb       not null,
    timeframes               jsonb       not null,
    indicators               jsonb       not null,
    displayed_bars           integer     not null check (displayed_bars > 0),
    prompts                  jsonb       not null,
    models                   jsonb       not null,
    feeds                    jsonb       not null default '[]',
    adjustment               text        not null default 'raw' check (adjustment in ('raw', 'split', 'split_dividend')),
    accept_unadjusted_splits boolean     not null default false,
    price_scale              text        not null default 'linear' check (price_scale in ('linear', 'log')),
    benchmark                text,
    horizon_bars             integer     not null check (horizon_bars > 0),
    signal_policy            jsonb       not null default '{}',
    risk_params              jsonb       not null default '{}',
    created_by               text        not null,
    change_note              text        not null,
    created_at               timestamptz not null default now(),
    unique (strategy_id, version)
);

alter table strategies
    add constraint strategies_current_version_id_fkey
    foreign key (current_version_id) references strategy_versions deferrable initially deferred;

comment on table strategies is 'What is run and when; the what lies in immutable versions.';
comment on column strategies.schedule is 'cron, Quartz syntax with seconds first; five fields are Unix cron; null when only run by hand';
comment on column strategies.time_zone is 'IANA zone of the schedule';
comment on column strategies.catch_up is 'which missed fires are made up for after downtime';
comment on table strategy_versions is 'Immutable versions of strategies; an execution pins one.';
comment on column strategy_versions.displayed_bars is 'bars';
comment on column strategy_versions.prompts is 'timeframe to prompt_templates.id, pinned';
comment on column strategy_versions.horizon_bars is 'how many bars of the primary timeframe ahead a decision is about';
