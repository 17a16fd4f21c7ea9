create table trading_signals (
    id                      bigint generated always as identity primary key,
    execution_id            bigint         not null references workflow_executions,
    chart_id                bigint         not null references charts,
    llm_analysis_id         bigint         not null references llm_analyses,
    strategy_id             bigint         not null references strategies,
    strategy_version_id     bigint         not null references strategy_versions,
    instrument_id           bigint         not null references instruments,
    symbol                  text           not null,
    signal_type             text           not null check (signal_type in ('BUY', 'SELL', 'HOLD')),
    trend                   text           not null check (trend in ('bullish', 'bearish', 'neutral')),
    confidence              numeric(5, 4) check (confidence between 0 and 1),
    reasoning               text           not null,
    timeframe_primary       text           not null,
    timeframe_confirmation  text,
    entry_price_low         numeric(18, 8),
    entry_price_high        numeric(18, 8),
    stop_loss               numeric(18, 8),
    target_conservative     numeric(18, 8),
    target_aggressive       numeric(18, 8),
    r_multiple_conservative numeric(18, 8),
    r_multiple_aggressive   numeric(18, 8),
    horizon_bars            integer        not null check (horizon_bars > 0),
    strategy_metadata       jsonb          not null,
    source                  text           not null,
    as_of                   timestamptz    not null,
    decided_at              timestamptz    not null,
    last_bar_closed_at      timestamptz    not null,
    generated_at            timestamptz    not null,
    expires_at              timestamptz    not null,
    status                  text           not null default 'active'
        check (status in ('active', 'expired', 'voided', 'superseded')),
    unique (execution_id, instrument_id)
);

create index trading_signals_symbol_idx on trading_signals (symbol, id desc);
create index trading_signals_strategy_id_idx on trading_signals (strategy_id, id desc);

create table signal_analyses (
    signal_id       bigint not null references trading_signals,
    llm_analysis_id bigint not null references llm_analyses,
    role            text   not null check (role in ('decides', 'confirms', 'vetoes', 'observes')),
    primary key (signal_id, llm_analysis_id)
);

create index signal_analyses_llm_analysis_id_idx on signal_analyses (llm_analysis_id);

create table signal_voids (
    signal_id bigint primary key references trading_signals,
    reason    text        not null,
    voided_at timestamptz not null default now()
);

comment on table trading_signals is 'One decision for one instrument of one execution. Never an order.';
comment on column trading_signals.llm_analysis_id is 'the deciding analysis';
comment on column trading_signals.chart_id is 'the chart the deciding analysis read';
comment on column trading_signals.confidence is 'the deciding analysis''s; null for HOLD';
comment on column trading_signals.r_multiple_conservative is 'reward over risk of the nearer target, from the worst edge of the entry range';
comment on column trading_signals.r_multiple_aggressive is 'reward over risk of the farther target, from the worst edge of the entry range';
comment on column trading_signals.horizon_bars is 'bars of the primary timeframe';
comment on column trading_signals.expires_at is 'close of the horizon''s last bar, by the instrument''s calendar';
comment on table signal_analyses is 'Every analysis a signal was made from, and what it did.';
comment on table signal_voids is 'Why a signal was voided.';
