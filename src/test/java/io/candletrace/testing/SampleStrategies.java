package io.candletrace.testing;

import io.candletrace.analysis.SpendingLimits;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy;
import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.StrategyDraft;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Strategies that want the rules analyst's opinion on daily and weekly bars. */
public final class SampleStrategies {
    private static final Map<String, Object> INDICATORS = Map.of(
            "RSI", Map.of("period", 14),
            "MACD", Map.of("fast", 12, "slow", 26, "signal", 9),
            "SMA", Map.of("periods", List.of(20, 50)));

    private SampleStrategies() {}

    /** A strategy over these symbols. */
    public static StrategyDraft over(String name, String... symbols) {
        return new StrategyDraft(
                name,
                "for a test",
                Stream.of(symbols).map(Symbol::new).toList(),
                List.of(Timeframe.DAILY, Timeframe.WEEKLY),
                IndicatorSpec.parse(INDICATORS),
                120,
                Map.of(),
                List.of("rules-v1"),
                List.of(),
                Adjustment.RAW,
                false,
                PriceScale.LINEAR,
                Optional.empty(),
                5,
                SignalPolicy.parse(Map.of()),
                Map.of(),
                SpendingLimits.NONE,
                new StrategyDraft.Timing(Optional.empty(), ZoneOffset.UTC, CatchUp.LATEST));
    }
}
