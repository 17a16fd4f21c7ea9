create table reconciliations (
    id           bigint generated always as identity primary key,
    trigger      text        not null check (trigger in ('scheduled', 'manual')),
    dry_run      boolean     not null,
    status       text        not null default 'running' check (status in ('running', 'completed', 'failed', 'abandoned')),
    started_at   timestamptz not null default now(),
    alive_at     timestamptz not null default now(),
    ended_at     timestamptz,
    objects      bigint      not null default 0 check (objects >= 0),
    row_objects  bigint      not null default 0 check (row_objects >= 0),
    rehashed     bigint      not null default 0 check (rehashed >= 0),
    rehashed_to  text        not null default '',
    error        text
);

create unique index reconciliations_one_key on reconciliations ((true)) where status = 'running';

create table reconciliation_findings (
    id                bigint generated always as identity primary key,
    reconciliation_id bigint      not null references reconciliations,
    kind              text        not null check (kind in ('orphan', 'missing', 'damaged')),
    object_key        text        not null,
    table_name        text,
    row_id            bigint,
    action            text        not null check (action in ('found', 'deleted', 'repaired', 'flagged')),
    detail            text        not null,
    found_at          timestamptz not null default clock_timestamp()
);

create index reconciliation_findings_reconciliation_id_idx on reconciliation_findings (reconciliation_id, id);

-- Keys are compared as the stores list them: by their bytes.
create index charts_minio_object_key_idx on charts (minio_object_key collate "C");
create index charts_html_object_key_idx on charts (html_object_key collate "C");
create index bar_snapshots_object_key_idx on bar_snapshots (object_key collate "C");

comment on table reconciliations is 'Comparisons of rows with objects; at most one runs at a time, over all replicas.';
comment on column reconciliations.alive_at is 'when its process last said that it works on it; long ago, and another may begin';
comment on column reconciliations.objects is 'objects that were listed';
comment on column reconciliations.row_objects is 'objects that rows name, looked for in the store';
comment on column reconciliations.rehashed is 'objects that were read and hashed';
comment on column reconciliations.rehashed_to is 'the last key that was; the next run goes on from there, so that the longest not read comes first';
comment on table reconciliation_findings is 'What a comparison found, and what came of it.';
comment on column reconciliation_findings.kind is 'orphan: an object that no row names; missing, damaged: a row whose object is not there, or another';
comment on column reconciliation_findings.action is 'found: a dry run changed nothing; flagged: somebody has to do something';
comment on column reconciliation_findings.row_id is 'one of the rows that name the object; of table_name';
