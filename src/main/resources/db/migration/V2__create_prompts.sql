create table prompt_templates (
    id          bigint generated always as identity primary key,
    name        text        not null,
    version     integer     not null check (version > 0),
    language    text        not null,
    system_text text        not null,
    body        text        not null,
    sha256      char(64)    not null,
    created_by  text        not null,
    change_note text        not null,
    created_at  timestamptz not null default now(),
    unique (name, language, version)
);

create table prompts (
    id                 bigint generated always as identity primary key,
    name               text        not null,
    language           text        not null,
    active_template_id bigint      not null references prompt_templates,
    created_at         timestamptz not null default now(),
    unique (name, language)
);

comment on table prompts is 'A named prompt and the version that new strategies pin by default.';
comment on column prompts.language is 'BCP 47';
comment on table prompt_templates is 'Immutable versions of prompts.';
comment on column prompt_templates.language is 'BCP 47';
comment on column prompt_templates.body is 'template of the user message';
comment on column prompt_templates.sha256 is 'SHA-256, hex, of system text and body joined by a form feed';
