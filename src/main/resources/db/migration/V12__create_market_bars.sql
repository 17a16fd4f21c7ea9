create table market_bars (
    instrument_id bigint         not null references instruments,
    source        text           not null,
    adjustment    text           not null check (adjustment in ('raw', 'split', 'split_dividend')),
    timeframe     text           not null check (timeframe in ('1m', '5m', '15m', '30m', '1h', '4h', '1d')),
    session_date  date           not null,
    opens_at      timestamptz    not null,
    closes_at     timestamptz    not null,
    open          numeric(18, 8) not null,
    high          numeric(18, 8) not null,
    low           numeric(18, 8) not null,
    close         numeric(18, 8) not null,
    volume        numeric        not null,
    fetched_at    timestamptz    not null default now(),
    primary key (instrument_id, source, adjustment, timeframe, opens_at)
);

create table bar_revisions (
    id             bigint generated always as identity primary key,
    instrument_id  bigint         not null references instruments,
    source         text           not null,
    adjustment     text           not null,
    timeframe      text           not null,
    session_date   date           not null,
    opens_at       timestamptz    not null,
    old_open       numeric(18, 8) not null,
    old_high       numeric(18, 8) not null,
    old_low        numeric(18, 8) not null,
    old_close      numeric(18, 8) not null,
    old_volume     numeric        not null,
    old_fetched_at timestamptz    not null,
    new_open       numeric(18, 8),
    new_high       numeric(18, 8),
    new_low        numeric(18, 8),
    new_close      numeric(18, 8),
    new_volume     numeric,
    noticed_at     timestamptz    not null default now()
);

create index bar_revisions_key_idx on bar_revisions (instrument_id, source, adjustment, timeframe, opens_at);

create table bar_coverage (
    instrument_id bigint         not null references instruments,
    source        text           not null,
    adjustment    text           not null,
    timeframe     text           not null,
    covered       tstzmultirange not null,
    primary key (instrument_id, source, adjustment, timeframe)
);

comment on table market_bars is 'Closed bars that were fetched or imported: a cache, and the only place of imported ones.';
comment on column market_bars.source is 'the feed that answered';
comment on column market_bars.adjustment is 'what the prices are corrected for as they arrived';
comment on column market_bars.open is 'in the instrument''s currency, like high, low and close';
comment on column market_bars.volume is 'in units of the instrument';
comment on column market_bars.fetched_at is 'when these values arrived';
comment on table bar_revisions is 'Bars that came back changed: what stood there, and what stands there since.';
comment on column bar_revisions.old_fetched_at is 'when the old values arrived';
comment on column bar_revisions.new_close is 'null, like the other new values, when the source no longer has the bar; the old one is kept';
comment on column bar_revisions.noticed_at is 'when the new values arrived';
comment on table bar_coverage is 'Which times were asked about, so that bars that do not exist are not asked for again.';
comment on column bar_coverage.covered is 'half-open, by opening time';
