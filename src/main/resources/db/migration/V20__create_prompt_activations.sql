create table prompt_activations (
    id           bigint generated always as identity primary key,
    prompt_id    bigint      not null references prompts,
    template_id  bigint      not null references prompt_templates,
    activated_by text        not null,
    activated_at timestamptz not null default now()
);

create index prompt_activations_prompt_id_idx on prompt_activations (prompt_id, id);

-- Until now a prompt had the one version that it was created with.
insert into prompt_activations (prompt_id, template_id, activated_by, activated_at)
select prompt.id, template.id, template.created_by, prompt.created_at
from prompts prompt join prompt_templates template on template.id = prompt.active_template_id
order by prompt.id;

comment on table prompt_activations is 'Which version of a prompt became the one that new strategies pin, by whom and when. Insert-only.';
comment on column prompt_activations.activated_by is 'candletrace when the service did it';
