create table workflow_executions (
    id                  bigint generated always as identity primary key,
    strategy_id         bigint      not null references strategies,
    strategy_version_id bigint      not null references strategy_versions,
    status              text        not null check (status in ('pending', 'running', 'completed', 'failed', 'cancelled')),
    run_type            text        not null check (run_type in ('scheduled', 'manual', 'backfill', 'replay')),
    as_of               timestamptz not null,
    scheduled_for       timestamptz,
    idempotency_key     text,
    requested_by        text        not null,
    created_at          timestamptz not null default now(),
    started_at          timestamptz,
    completed_at        timestamptz,
    result              jsonb       not null default '{}',
    error               text
);

create unique index workflow_executions_scheduled_key
    on workflow_executions (strategy_id, scheduled_for) where run_type = 'scheduled';
create index workflow_executions_strategy_id_idx on workflow_executions (strategy_id, id desc);
create index workflow_executions_open_idx on workflow_executions (id) where status in ('pending', 'running');

create table workflow_tasks (
    id            bigint generated always as identity primary key,
    execution_id  bigint      not null references workflow_executions,
    instrument_id bigint      not null references instruments,
    symbol        text        not null,
    status        text        not null check (status in ('ready', 'running', 'completed', 'failed', 'cancelled')),
    attempts      integer     not null default 0 check (attempts >= 0),
    last_error    text,
    created_at    timestamptz not null default now(),
    completed_at  timestamptz,
    unique (execution_id, instrument_id)
);

-- db-scheduler's own table, by its documented columns; the index orders by priority first, as its polling does.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
) with (fillfactor = 70);

create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);

comment on table workflow_executions is 'One run of one strategy version over its symbols.';
comment on column workflow_executions.as_of is 'what the run may see: bars closed by then';
comment on column workflow_executions.scheduled_for is 'the fire of the schedule it stands for; null when not scheduled';
comment on column workflow_executions.result is 'counts of tasks by how they ended, and where as_of came from';
comment on table workflow_tasks is 'One instrument of one execution.';
comment on column workflow_tasks.attempts is 'fence: counted up in its own committed statement before an attempt starts; every write of an attempt locks its row for its number first';
comment on table scheduled_tasks is 'The queue of db-scheduler: one row a ready or running task, gone when it is done.';
