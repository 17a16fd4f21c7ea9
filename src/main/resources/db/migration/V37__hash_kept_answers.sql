alter table llm_calls add column response_sha256 char(64);

comment on column llm_calls.response_sha256 is 'SHA-256, hex, of response_body, taken when it came; null when none came';
