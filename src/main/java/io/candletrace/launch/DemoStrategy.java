package io.candletrace.launch;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The strategy of the demo: four made-up instruments, read by the offline baseline. */
final class DemoStrategy {
    static final String NAME = "demo";

    private static final List<Symbol> SYMBOLS =
            Stream.of("ALPHA", "BRAVO", "CHARLIE", "DELTA-USD").map(Symbol::new).toList();

    private DemoStrategy() {}

    static StrategyDraft draft() {
        return new StrategyDraft(
                NAME,
                "Made-up bars, read by the offline baseline: what a first start shows.",
                SYMBOLS,
                List.of(Timeframe.DAILY, Timeframe.WEEKLY),
                IndicatorSpec.parse(indicators()),
                StrategyDraft.DISPLAYED_BARS,
                Map.of(),
                List.of("rules-v1"),
                List.of(),
                Adjustment.RAW,
                false,
                PriceScale.LINEAR,
                Optional.empty(),
                StrategyDraft.HORIZON_BARS,
                SignalPolicy.parse(Map.of()),
                Map.of(),
                SpendingLimits.NONE,
                new StrategyDraft.Timing(Optional.empty(), ZoneOffset.UTC, CatchUp.LATEST));
    }

    private static Map<String, Object> indicators() {
        var indicators = new LinkedHashMap<String, Object>();
        indicators.put("SMA", Map.of("periods", List.of(20, 50, 200)));
        indicators.put("Bollinger_Bands", Map.of("period", 20, "std", 2));
        indicators.put("SuperTrend", Map.of("period", 10, "multiplier", 3));
        indicators.put("MACD", Map.of("fast", 12, "slow", 26, "signal", 9));
        indicators.put("RSI", Map.of("period", 14));
        return indicators;
    }
}
