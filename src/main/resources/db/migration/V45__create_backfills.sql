create table backfills (
    id                  bigint generated always as identity primary key,
    strategy_id         bigint      not null references strategies,
    strategy_version_id bigint      not null references strategy_versions,
    status              text        not null default 'running'
                                    check (status in ('running', 'completed', 'stopped', 'failed', 'cancelled')),
    from_at             timestamptz not null,
    to_at               timestamptz not null check (to_at > from_at),
    step                text        not null,
    pace                text        not null,
    time_zone           text        not null,
    max_cost_usd        numeric(18, 12) check (max_cost_usd > 0),
    concurrency         integer     not null check (concurrency between 1 and 64),
    total               integer     not null check (total > 0),
    accepted            integer     not null default 0 check (accepted between 0 and total),
    next_as_of          timestamptz,
    reason              text        not null default '',
    requested_by        text        not null,
    created_at          timestamptz not null default now(),
    ended_at            timestamptz
);

create index backfills_running_idx on backfills (id) where status = 'running';

alter table workflow_executions
    add constraint workflow_executions_backfill_id_fkey foreign key (backfill_id) references backfills;

create unique index workflow_executions_backfill_key on workflow_executions (backfill_id, as_of)
    where backfill_id is not null;
create index workflow_executions_backfill_open_idx on workflow_executions (backfill_id)
    where backfill_id is not null and status in ('pending', 'running');

comment on table backfills is 'A strategy version run over a span of the past, one execution for each as_of.';
comment on column backfills.status is
    'stopped: max_cost was reached; failed: a step could not be accepted; both can be resumed';
comment on column backfills.from_at is 'no as_of is before it';
comment on column backfills.to_at is 'every as_of is before it';
comment on column backfills.step is 'as it was asked for: an ISO 8601 period or duration, session or schedule';
comment on column backfills.pace is 'what the step came to when it was asked for: the ISO text, or a schedule';
comment on column backfills.time_zone is 'IANA zone of the pace';
comment on column backfills.max_cost_usd is 'US dollars after which nothing more is accepted; null for no bound';
comment on column backfills.concurrency is 'how many of its executions are unfinished at a time, at most';
comment on column backfills.total is 'how many executions it comes to';
comment on column backfills.accepted is 'how many of them exist';
comment on column backfills.next_as_of is 'every as_of before it has its execution; null when all have';
comment on column backfills.reason is 'why it was stopped, failed or was cancelled';
