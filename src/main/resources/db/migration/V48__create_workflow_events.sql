-- No foreign keys: they would lock the rows of executions and tasks, which their transitions wait for.
create table workflow_events (
    id           bigint generated always as identity primary key,
    xid          xid8        not null default pg_current_xact_id(),
    execution_id bigint      not null,
    task_id      bigint,
    attempt      integer,
    kind         text        not null,
    symbol       text,
    timeframe    text,
    model_name   text,
    step_name    text,
    detail       jsonb       not null default '{}',
    at           timestamptz not null default clock_timestamp()
);

create index workflow_events_execution_id_idx on workflow_events (execution_id, id);
create index workflow_events_ended_idx on workflow_events (at) where kind = 'execution_ended';
create unique index workflow_events_started_key
    on workflow_events (task_id, attempt, step_name, timeframe, model_name, at) nulls not distinct
    where kind = 'step_started';

create function tell_of_execution() returns trigger language plpgsql as $$
declare
    told text;
begin
    if tg_op = 'INSERT' then
        told := 'execution_accepted';
    elsif new.status in ('completed', 'failed', 'cancelled') then
        told := 'execution_ended';
    elsif old.status in ('completed', 'failed', 'cancelled') then
        told := 'execution_retried';
    else
        told := 'execution_started';
    end if;
    insert into workflow_events (execution_id, kind, detail)
    values (new.id, told, jsonb_strip_nulls(jsonb_build_object('status', new.status, 'error', new.error)));
    return null;
end
$$;

create trigger workflow_executions_accepted after insert on workflow_executions
    for each row execute function tell_of_execution();
create trigger workflow_executions_moved after update on workflow_executions
    for each row when (old.status <> new.status) execute function tell_of_execution();

create function tell_of_task() returns trigger language plpgsql as $$
declare
    told text;
begin
    if new.losses > old.losses then
        insert into workflow_events (execution_id, task_id, attempt, kind, symbol, detail)
        values (new.execution_id, new.id, new.attempts, 'task_lost', new.symbol, jsonb_build_object('losses', new.losses));
    end if;
    if new.attempts > old.attempts then
        told := 'task_begun';
    elsif new.status = old.status or new.losses > old.losses and new.status = 'ready' then
        return null;
    elsif new.status = 'ready' then
        told := case when old.status = 'running' then 'task_released' else 'task_retried' end;
    else
        told := 'task_' || new.status;
    end if;
    insert into workflow_events (execution_id, task_id, attempt, kind, symbol, detail)
    values (new.execution_id, new.id, new.attempts, told, new.symbol,
        case when told in ('task_failed', 'task_released', 'task_cancelled')
            then jsonb_strip_nulls(jsonb_build_object('error', new.last_error)) else '{}' end);
    return null;
end
$$;

create trigger workflow_tasks_moved after update on workflow_tasks
    for each row when (old.status <> new.status or old.attempts <> new.attempts or old.losses <> new.losses)
    execute function tell_of_task();

create function tell_of_step() returns trigger language plpgsql as $$
begin
    insert into workflow_events (execution_id, task_id, attempt, kind, symbol, timeframe, model_name, step_name, at)
    values (new.execution_id, new.task_id, new.attempt, 'step_started', new.symbol, new.timeframe, new.model_name,
        new.step_name, new.started_at)
    on conflict do nothing;
    insert into workflow_events (execution_id, task_id, attempt, kind, symbol, timeframe, model_name, step_name, at, detail)
    values (new.execution_id, new.task_id, new.attempt, 'step_ended', new.symbol, new.timeframe, new.model_name,
        new.step_name, new.started_at + new.duration_ms * interval '1 millisecond',
        jsonb_strip_nulls(jsonb_build_object('status', new.status, 'duration_ms', new.duration_ms, 'chart_id', new.chart_id,
            'llm_analysis_id', new.llm_analysis_id, 'signal_id', new.signal_id, 'error', new.error)));
    return null;
end
$$;

create trigger workflow_steps_recorded after insert on workflow_steps for each row execute function tell_of_step();

comment on table workflow_events is
    'What happens to executions, for whoever watches them: written by triggers in the transactions that make it happen, except for steps that have only started. Insert-only; old ones are swept.';
comment on column workflow_events.id is
    'ids of transactions that overlap commit out of order: readers stop below the oldest running transaction, see xid';
comment on column workflow_events.xid is 'the transaction that wrote it';
comment on column workflow_events.kind is
    'execution_accepted execution_started execution_ended execution_retried task_begun task_completed task_failed task_released task_lost task_cancelled task_retried step_started step_ended';
comment on column workflow_events.at is 'when it happened; of steps by the clock of their process, which follows the database''s';
