create table workflow_steps (
    id              bigint generated always as identity primary key,
    execution_id    bigint      not null references workflow_executions,
    task_id         bigint      not null references workflow_tasks,
    symbol          text        not null,
    timeframe       text,
    model_name      text,
    step_name       text        not null,
    attempt         integer     not null check (attempt > 0),
    status          text        not null check (status in ('completed', 'failed')),
    started_at      timestamptz not null,
    duration_ms     bigint      not null check (duration_ms >= 0),
    input_sha256    char(64),
    output_sha256   char(64),
    chart_id        bigint references charts,
    llm_analysis_id bigint references llm_analyses,
    signal_id       bigint references trading_signals,
    detail          jsonb       not null default '{}',
    error           text
);

create index workflow_steps_execution_id_idx on workflow_steps (execution_id, id);
create index workflow_steps_chart_id_idx on workflow_steps (chart_id);

comment on table workflow_steps is 'Lineage: what each stage of a task took in, gave out, and how long it took.';
comment on column workflow_steps.duration_ms is 'milliseconds';
comment on column workflow_steps.input_sha256 is 'SHA-256, hex, of what the step worked on';
comment on column workflow_steps.output_sha256 is 'SHA-256, hex, of what the step made';
comment on column workflow_steps.error is 'reason and detail of a failure, one line';
