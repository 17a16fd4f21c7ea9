create table llm_calls (
    id                 bigint generated always as identity primary key,
    task_id            bigint      not null references workflow_tasks,
    attempt            integer     not null check (attempt > 0),
    chart_id           bigint      not null references charts,
    model_config       text        not null,
    prompt_template_id bigint      not null references prompt_templates,
    sample_no          integer     not null check (sample_no > 0),
    purpose            text        not null check (purpose in ('analyse', 'repair', 'replay')),
    call_no            integer     not null check (call_no > 0),
    request            jsonb       not null,
    request_sha256     char(64)    not null,
    http_status        integer,
    response_body      bytea,
    response_length    bigint      not null default 0,
    usage              jsonb,
    finish_reason      text,
    response_id        text,
    response_model     text,
    error              text,
    sent_at            timestamptz not null,
    first_token_at     timestamptz,
    ended_at           timestamptz not null,
    unique (task_id, chart_id, model_config, prompt_template_id, sample_no, purpose, attempt, call_no)
);

create index llm_calls_chart_id_idx on llm_calls (chart_id);

create table token_counts (
    model_config text   not null,
    day          date   not null,
    tokens       bigint not null check (tokens >= 0),
    primary key (model_config, day)
);

comment on table llm_calls is 'Every request to a model, stored before its answer is parsed. Insert-only.';
comment on column llm_calls.request is 'the body as sent, the image replaced by its SHA-256';
comment on column llm_calls.request_sha256 is 'SHA-256, hex, of request in canonical form';
comment on column llm_calls.response_body is 'raw bytes of the answer, the first 256 KB';
comment on column llm_calls.response_length is 'bytes of the whole answer; more than kept when it was cut';
comment on column llm_calls.usage is 'the vendor''s usage object, verbatim';
comment on table token_counts is 'Tokens used by a model on a day, for its daily limit.';
comment on column token_counts.day is 'UTC';
