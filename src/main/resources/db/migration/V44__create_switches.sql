create table switches (
    id         bigint generated always as identity primary key,
    name       text        not null check (name in ('claiming')),
    engaged    boolean     not null,
    reason     text        not null default '',
    changed_by text        not null,
    changed_at timestamptz not null default now()
);

create index switches_name_id_idx on switches (name, id desc) include (engaged);

comment on table switches is 'Every turn of a switch, insert-only; the last row of a name is its state, and no row means released.';
comment on column switches.name is 'claiming: while it is engaged no task is begun and no fire of a schedule claimed, anywhere';
comment on column switches.reason is 'for people; not empty when engaged';
