create table idempotency_keys (
    scope          text        not null,
    key            text        not null,
    request_sha256 char(64)    not null,
    status         integer     not null check (status between 200 and 299),
    headers        jsonb       not null,
    body           text        not null,
    created_at     timestamptz not null default now(),
    primary key (scope, key)
);

create index idempotency_keys_created_at_idx on idempotency_keys (created_at);

comment on table idempotency_keys is
    'What was answered to requests with an Idempotency-Key, written in the transaction that did what they asked for; kept 24 hours.';
comment on column idempotency_keys.scope is 'method and path: the same key elsewhere is another one';
comment on column idempotency_keys.request_sha256 is 'SHA-256, hex, of the request as it was understood, in canonical form';
comment on column idempotency_keys.status is 'HTTP''s';
