alter table workflow_tasks
    add column failures integer not null default 0 check (failures >= 0),
    add column losses integer not null default 0 check (losses >= 0),
    add column retries integer not null default 0 check (retries >= 0);

alter table workflow_executions add column backfill_id bigint;

comment on column workflow_tasks.failures is
    'attempts that failed for a reason of their own since the task was accepted or last retried by a user; bounded by candletrace.execution.attempts';
comment on column workflow_tasks.losses is
    'attempts whose process went away without a word since the task was accepted or last retried by a user; bounded by candletrace.execution.losses';
comment on column workflow_tasks.retries is 'how often a user had the task run again; its analyses are asked under sample_no retries + 1';
comment on column workflow_executions.backfill_id is 'the backfill it is a step of; null otherwise';
