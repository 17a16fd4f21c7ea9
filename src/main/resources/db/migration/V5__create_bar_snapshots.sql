create table bar_snapshots (
    id            bigint generated always as identity primary key,
    sha256        char(64)    not null unique,
    instrument_id bigint      not null references instruments,
    symbol        text        not null,
    timeframe     text        not null,
    source        text        not null,
    adjustment    text        not null check (adjustment in ('raw', 'split', 'split_dividend')),
    bar_count     integer     not null check (bar_count > 0),
    first_bar_at  timestamptz not null,
    last_bar_at   timestamptz not null,
    object_key    text        not null,
    findings      jsonb       not null default '[]',
    created_at    timestamptz not null default now()
);

comment on table bar_snapshots is 'The exact bars charts were drawn from, warm-up included, by the hash of their canonical form.';
comment on column bar_snapshots.sha256 is 'SHA-256, hex, of the object''s bytes';
comment on column bar_snapshots.bar_count is 'bars, warm-up included';
comment on column bar_snapshots.first_bar_at is 'open of the first bar';
comment on column bar_snapshots.last_bar_at is 'close of the last bar';
comment on column bar_snapshots.object_key is 'where the object lies in the store';
