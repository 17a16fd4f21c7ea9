create table instruments (
    id         bigint generated always as identity primary key,
    symbol     text        not null,
    exchange   text        not null,
    conid      bigint,
    sec_type   text        not null default 'STK',
    currency   text        not null,
    name       text,
    calendar   text        not null,
    time_zone  text        not null,
    tick_size  numeric(18, 8) not null check (tick_size > 0),
    valid_from date        not null default '-infinity',
    valid_to   date        not null default 'infinity',
    created_at timestamptz not null default now(),
    unique (symbol, exchange, valid_from)
);

comment on table instruments is 'What is traded. A ticker can change owner: validity tells them apart.';
comment on column instruments.conid is 'IBKR contract id';
comment on column instruments.currency is 'ISO 4217';
comment on column instruments.calendar is 'trading calendar: an exchange''s MIC, or 24/7';
comment on column instruments.time_zone is 'IANA zone of the calendar''s session dates';
comment on column instruments.tick_size is 'smallest price step, in the currency';
comment on column instruments.valid_from is 'first session under this owner';
comment on column instruments.valid_to is 'last session under this owner';
