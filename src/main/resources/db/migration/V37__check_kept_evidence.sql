alter table llm_calls add column response_sha256 char(64);

create index workflow_steps_llm_analysis_id_idx on workflow_steps (llm_analysis_id) where llm_analysis_id is not null;

comment on column llm_calls.response_sha256 is 'SHA-256, hex, of response_body, taken when it came; null when none came';
