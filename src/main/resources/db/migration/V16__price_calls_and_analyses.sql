alter table llm_calls
    add column input_uncached   bigint not null default 0,
    add column input_cached     bigint not null default 0,
    add column cache_write      bigint not null default 0,
    add column output_visible   bigint not null default 0,
    add column output_reasoning bigint not null default 0,
    add column service_tier     text,
    add column cost_usd         numeric(18, 12),
    add column model_price_id   bigint references model_prices;

alter table llm_analyses add column model_price_id bigint references model_prices;

create index llm_calls_sent_at_idx on llm_calls (sent_at);

comment on column llm_calls.input_uncached is 'tokens, the image''s included, that were not served from the vendor''s cache';
comment on column llm_calls.input_cached is 'tokens served from the vendor''s cache';
comment on column llm_calls.cache_write is 'tokens billed for writing that cache';
comment on column llm_calls.output_visible is 'tokens of the answer';
comment on column llm_calls.output_reasoning is 'tokens of hidden reasoning';
comment on column llm_calls.service_tier is 'in the vendor''s word, as the answer says it';
comment on column llm_calls.cost_usd is 'US dollars, exact; null when tokens or price are not known, 0 when nothing was charged';
comment on column llm_calls.model_price_id is 'the price that the cost was computed with';
comment on column llm_analyses.cost_usd is 'US dollars over all its calls; null when that of any is not known';
comment on column llm_analyses.model_price_id is 'the price of its last call that has one';
