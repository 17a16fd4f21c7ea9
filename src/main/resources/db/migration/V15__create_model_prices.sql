create table model_prices (
    id               bigint generated always as identity primary key,
    model_config     text          not null,
    service_tier     text          not null default 'default',
    effective_from   timestamptz   not null,
    input_uncached   numeric(18, 6) not null check (input_uncached >= 0),
    input_cached     numeric(18, 6) not null check (input_cached >= 0),
    cache_write      numeric(18, 6) not null check (cache_write >= 0),
    output_visible   numeric(18, 6) not null check (output_visible >= 0),
    output_reasoning numeric(18, 6) not null check (output_reasoning >= 0),
    source           text          not null,
    created_by       text          not null,
    change_note      text          not null default '',
    created_at       timestamptz   not null default now()
);

create index model_prices_model_config_idx on model_prices (model_config, service_tier, effective_from desc, id desc);

comment on table model_prices is 'What models charge, from when on. Insert-only: the latest effective row counts, of equal ones the last inserted.';
comment on column model_prices.model_config is 'our name of the model';
comment on column model_prices.service_tier is 'in the vendor''s word; default where it names none';
comment on column model_prices.input_uncached is 'US dollars a million tokens';
comment on column model_prices.input_cached is 'US dollars a million tokens';
comment on column model_prices.cache_write is 'US dollars a million tokens';
comment on column model_prices.output_visible is 'US dollars a million tokens';
comment on column model_prices.output_reasoning is 'US dollars a million tokens';
comment on column model_prices.source is 'configuration or api';
