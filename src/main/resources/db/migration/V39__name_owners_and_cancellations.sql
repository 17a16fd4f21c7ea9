alter table workflow_tasks add column owner uuid;

alter table workflow_executions
    add column cancel_requested_at timestamptz,
    add column cancelled_by text,
    add column cancel_reason text;

-- Who is suspected of ending processes is looked for at the begin of every other suspect, and hardly ever found.
create index workflow_tasks_suspects_idx on workflow_tasks (id) where status = 'running' and losses > 0;

comment on column workflow_tasks.owner is
    'drawn anew for each begin, so that whoever began knows its own begin again when the answer to its commit was lost; null once the owner is known to be gone';
comment on column workflow_executions.cancel_requested_at is 'when somebody asked for an end; tasks that run then end before their next question';
comment on column workflow_executions.cancelled_by is 'who asked for the end, for people';
comment on column workflow_executions.cancel_reason is 'why, in their words; null when they gave none';
