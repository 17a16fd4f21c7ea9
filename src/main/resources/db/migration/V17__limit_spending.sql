alter table strategy_versions add column budget jsonb not null default '{}';

create table budgets (
    id              bigint generated always as identity primary key,
    scope           text           not null check (scope in ('service', 'model', 'strategy', 'execution')),
    subject         text           not null,
    day             date,
    limit_tokens    bigint check (limit_tokens >= 0),
    limit_usd       numeric(18, 6) check (limit_usd >= 0),
    reserved_tokens bigint          not null default 0 check (reserved_tokens >= 0),
    reserved_usd    numeric(24, 12) not null default 0 check (reserved_usd >= 0),
    spent_tokens    bigint          not null default 0 check (spent_tokens >= 0),
    spent_usd       numeric(24, 12) not null default 0 check (spent_usd >= 0),
    unique nulls not distinct (scope, subject, day)
);

create table budget_reservations (
    id           bigint generated always as identity primary key,
    model_config text            not null,
    task_id      bigint          not null references workflow_tasks,
    budgets      bigint[]        not null,
    tokens       bigint          not null check (tokens >= 0),
    usd          numeric(24, 12) check (usd >= 0),
    created_at   timestamptz     not null default now(),
    expires_at   timestamptz     not null,
    settled_at   timestamptz,
    spent_tokens bigint,
    spent_usd    numeric(24, 12)
);

create index budget_reservations_open_idx on budget_reservations (model_config, expires_at) where settled_at is null;

create table rate_limits (
    model_config   text        primary key,
    requests_until timestamptz not null default now(),
    tokens_until   timestamptz not null default now()
);

comment on column strategy_versions.budget is 'how much it may spend: daily_tokens, daily_usd, execution_tokens, execution_usd';
comment on table budgets is 'What may be spent and what was; a row for each limit that calls were held against.';
comment on column budgets.subject is 'whose: the model''s name, the id of the strategy or execution, all for the service';
comment on column budgets.day is 'UTC; null for an execution''s, which has no day';
comment on column budgets.limit_tokens is 'tokens, as last configured; null for no limit';
comment on column budgets.limit_usd is 'US dollars, as last configured; null for no limit';
comment on column budgets.reserved_tokens is 'tokens that calls under way may use at most';
comment on column budgets.reserved_usd is 'US dollars that calls under way may cost at most';
comment on column budgets.spent_tokens is 'tokens';
comment on column budgets.spent_usd is 'US dollars';
comment on table budget_reservations is 'Calls under way, and what was set aside for them. Unsettled ones that expired count in full.';
comment on column budget_reservations.budgets is 'the rows of budgets that it counts in, by id';
comment on column budget_reservations.usd is 'US dollars; null when the model has no price';
comment on table rate_limits is 'When each model''s requests and tokens of a minute are used up to, over all replicas.';
comment on column rate_limits.requests_until is 'theoretical arrival time of the next request (GCRA)';
comment on column rate_limits.tokens_until is 'theoretical arrival time of the next token (GCRA)';
