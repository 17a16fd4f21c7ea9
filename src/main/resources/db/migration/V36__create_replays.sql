create table replays (
    execution_id       bigint primary key references workflow_executions,
    kind               text        not null check (kind in ('resample', 'counterfactual')),
    of_execution_id    bigint      not null references workflow_executions,
    of_analysis_id     bigint references llm_analyses,
    samples            integer     not null check (samples between 1 and 20),
    models             jsonb       not null default '[]',
    prompt_template_id bigint references prompt_templates,
    created_at         timestamptz not null default now()
);

create index replays_of_execution_id_idx on replays (of_execution_id);
create index replays_of_analysis_id_idx on replays (of_analysis_id);

comment on table replays is 'What an execution of run_type replay asks again, and of whose analyses.';
comment on column replays.kind is 'resample: the same model, the same request; counterfactual: other models or another prompt, the same chart';
comment on column replays.of_execution_id is 'whose charts are read again';
comment on column replays.of_analysis_id is 'the one analysis that is replayed; null for all of the execution';
comment on column replays.samples is 'how often each question is asked; 1 for a counterfactual';
comment on column replays.models is 'our names of the models asked; empty for the one that was asked before';
comment on column replays.prompt_template_id is 'the prompt''s version; null for the one used before';
