create table llm_analyses (
    id                   bigint generated always as identity primary key,
    execution_id         bigint        not null references workflow_executions,
    chart_id             bigint        not null references charts,
    strategy_id          bigint        not null references strategies,
    symbol               text          not null,
    timeframe            text          not null,
    kind                 text          not null default 'chart' check (kind in ('chart', 'replay')),
    source               text          not null,
    prompt_template_id   bigint        not null references prompt_templates,
    prompt_text          text          not null,
    prompt_sha256        char(64)      not null,
    response_text        text          not null,
    model_name           text          not null,
    model_config         text          not null,
    model_config_sha256  char(64)      not null,
    provider             text          not null,
    response_model       text,
    indicators_metadata  jsonb         not null,
    indicator_convention text          not null,
    status               text          not null check (status in ('completed', 'invalid', 'refused', 'truncated', 'failed')),
    error_message        text,
    verdict              jsonb,
    trend_direction      text check (trend_direction in ('bullish', 'bearish', 'neutral')),
    recommendation       text check (recommendation in ('BUY', 'SELL', 'HOLD')),
    confidence_score     numeric(5, 4) check (confidence_score between 0 and 1),
    support_levels       jsonb         not null default '[]',
    resistance_levels    jsonb         not null default '[]',
    key_patterns         jsonb         not null default '[]',
    levels               jsonb         not null default '{}',
    horizon_bars         integer       not null check (horizon_bars > 0),
    claims               jsonb         not null default '[]',
    input_uncached       bigint        not null default 0,
    input_cached         bigint        not null default 0,
    cache_write          bigint        not null default 0,
    output_visible       bigint        not null default 0,
    output_reasoning     bigint        not null default 0,
    tokens_used          bigint        not null,
    cost_usd             numeric(18, 12),
    latency_ms           bigint        not null check (latency_ms >= 0),
    sample_no            integer       not null check (sample_no > 0),
    as_of                timestamptz   not null,
    decided_at           timestamptz   not null,
    last_bar_closed_at   timestamptz   not null,
    analyzed_at          timestamptz   not null,
    unique (execution_id, chart_id, kind, model_config, prompt_template_id, sample_no),
    check (tokens_used = input_uncached + input_cached + cache_write + output_visible + output_reasoning),
    check ((status = 'completed') = (verdict is not null))
);

create index llm_analyses_chart_id_idx on llm_analyses (chart_id);
create index llm_analyses_symbol_idx on llm_analyses (symbol, id desc);

comment on table llm_analyses is 'What an analyst answered about a chart. Inserted once, after parsing.';
comment on column llm_analyses.prompt_text is 'the user message as sent; the picture is the chart''s';
comment on column llm_analyses.prompt_sha256 is 'SHA-256, hex, of system text and user message joined by a form feed';
comment on column llm_analyses.response_text is 'the answer, readable; the bytes are in llm_calls';
comment on column llm_analyses.model_name is 'the vendor''s id as sent, or rules-v1';
comment on column llm_analyses.model_config is 'our name for endpoint, model and parameters';
comment on column llm_analyses.model_config_sha256 is 'SHA-256, hex, of everything configured that shapes answers';
comment on column llm_analyses.indicator_convention is 'whose arithmetic the indicators follow';
comment on column llm_analyses.confidence_score is 'probability, 0 to 1, that the direction is right at the horizon; of rules-v1 a score; null for HOLD';
comment on column llm_analyses.horizon_bars is 'bars of the chart''s timeframe';
comment on column llm_analyses.tokens_used is 'tokens over all its calls: the sum of the five buckets';
comment on column llm_analyses.cost_usd is 'US dollars; null when no price is known';
comment on column llm_analyses.latency_ms is 'milliseconds, the deciding call''s wall time without queueing';
comment on column llm_analyses.as_of is 'what the analyst may see: bars closed by then';
comment on column llm_analyses.decided_at is 'when the answer existed';
