create table studies (
    id             bigint generated always as identity primary key,
    backfill_id    bigint      not null unique references backfills,
    horizons       integer[]   not null check (cardinality(horizons) > 0),
    repeats        bigint      references studies,
    status         text        not null default 'running' check (status in ('running', 'completed', 'failed')),
    terms          jsonb,
    inputs_sha256  char(64),
    result         text,
    result_sha256  char(64),
    reason         text        not null default '',
    created_at     timestamptz not null default now(),
    ended_at       timestamptz,
    check ((status = 'completed') = (result is not null and result_sha256 is not null and inputs_sha256 is not null)),
    check ((status = 'running') = (ended_at is null))
);

create index studies_running_idx on studies (id) where status = 'running';

alter table outcome_subjects add column looked_at timestamptz;
update outcome_subjects set looked_at = now() where entry_at is not null or last_error is not null or state <> 'pending';

comment on table studies is
    'A strategy version run over a span of the past by a backfill, judged and scored. The row is final once it has ended.';
comment on column studies.backfill_id is 'holds the strategy version, the span and the step';
comment on column studies.horizons is 'bars, ascending, each once';
comment on column studies.repeats is 'the study that this one is to come to the same digits as';
comment on column studies.status is 'running until the backfill has ended, everything was looked at and the scorecards are written';
comment on column studies.terms is 'how outcomes were resolved: entry, target, cost, latency, and which release did it';
comment on column studies.inputs_sha256 is 'SHA-256, hex, of which bars each chart was drawn from, in the order of as_of, symbol and timeframe';
comment on column studies.result is 'the scorecards, JSON as it is answered';
comment on column studies.result_sha256 is 'SHA-256, hex, of the result without latencies, which are never the same twice';
comment on column studies.reason is 'why it failed; empty otherwise';
comment on column outcome_subjects.looked_at is 'when bars were last looked for; null until then';
