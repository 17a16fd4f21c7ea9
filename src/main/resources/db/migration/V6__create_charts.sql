create table charts (
    id                 bigint generated always as identity primary key,
    execution_id       bigint         not null references workflow_executions,
    instrument_id      bigint         not null references instruments,
    bar_snapshot_id    bigint         not null references bar_snapshots,
    symbol             text           not null,
    conid              bigint,
    timeframe          text           not null check (timeframe in ('1m', '5m', '15m', '30m', '1h', '4h', '1d', '1w', '1mo')),
    chart_type         text           not null check (chart_type in ('daily', 'weekly', 'monthly', 'intraday')),
    chart_url_jpeg     text           not null,
    chart_url_html     text           not null,
    minio_bucket       text           not null,
    minio_object_key   text           not null,
    html_object_key    text           not null,
    jpeg_sha256        char(64)       not null,
    html_sha256        char(64)       not null,
    pixels_sha256      char(64)       not null,
    width_px           integer        not null check (width_px > 0),
    height_px          integer        not null check (height_px > 0),
    render_spec        jsonb          not null,
    render_spec_sha256 char(64)       not null,
    renderer           jsonb          not null,
    indicators_applied jsonb          not null,
    source             text           not null,
    data_points        integer        not null check (data_points > 0),
    start_date         timestamptz    not null,
    end_date           timestamptz    not null,
    price_current      numeric(18, 8) not null,
    price_change_pct   numeric(18, 8) not null,
    volume_avg         numeric        not null,
    as_of              timestamptz    not null,
    generated_at       timestamptz    not null,
    status             text           not null default 'active' check (status in ('active', 'archived')),
    unique (execution_id, instrument_id, timeframe, render_spec_sha256)
);

create index charts_symbol_idx on charts (symbol, id desc);
create index charts_jpeg_key_idx on charts (minio_object_key);
create index charts_bar_snapshot_id_idx on charts (bar_snapshot_id);

comment on table charts is 'Drawn charts. The keys and hashes are the truth; the URLs are what was true at insert.';
comment on column charts.conid is 'IBKR contract id';
comment on column charts.minio_bucket is 'bucket of both objects, at any S3 endpoint or on the filesystem';
comment on column charts.minio_object_key is 'key of the JPEG';
comment on column charts.html_object_key is 'key of the interactive page, without the chart library';
comment on column charts.jpeg_sha256 is 'SHA-256, hex, of the JPEG''s bytes';
comment on column charts.html_sha256 is 'SHA-256, hex, of the stored page''s bytes';
comment on column charts.pixels_sha256 is 'SHA-256, hex, of the picture''s pixels before encoding';
comment on column charts.render_spec_sha256 is 'SHA-256, hex, of render_spec in canonical form';
comment on column charts.renderer is 'library, theme, encoder, JDK and their versions';
comment on column charts.data_points is 'displayed bars';
comment on column charts.start_date is 'open of the first displayed bar';
comment on column charts.end_date is 'close of the last bar';
comment on column charts.price_current is 'close of the last bar, in the instrument''s currency';
comment on column charts.price_change_pct is 'against the previous bar''s close, percent';
comment on column charts.volume_avg is 'mean over the displayed bars';
comment on column charts.as_of is 'what the chart may show: bars closed by then';
