package io.candletrace.analysis.rules;

import io.candletrace.analysis.AtrLevels;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.TradePlan;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Verdict;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the offline baseline says about a series. The same series always gives the same verdict. */
final class RulesVerdict {
    private static final String SCORE =
            " The confidence is the share of states that agree: a score, not a probability.";

    private RulesVerdict() {}

    static Verdict of(IndicatedSeries chart) {
        var series = chart.series();
        var confluence = Confluence.of(series);
        var recommendation = recommendation(confluence.trend());
        var atr = AtrLevels.atr(series);
        var swings = SwingLevels.of(chart.displayedBars(), series.instrument(), atr.orElse(BigDecimal.ZERO));
        var plan = atr.filter(range -> recommendation != Recommendation.HOLD)
                .map(range -> new AtrLevels(recommendation, series.instrument(), range)
                        .plan(series.last().close()))
                .filter(TradePlan::sane);
        return new Verdict(
                confluence.trend(),
                recommendation,
                confidence(confluence),
                swings.support(),
                swings.resistance(),
                confluence.patterns(),
                ShownReadings.of(chart),
                plan.map(TradePlan::entry),
                plan.map(TradePlan::stopLoss),
                plan.map(found -> List.of(found.nearTarget(), found.farTarget()))
                        .orElse(List.of()),
                plan.map(found -> found.rMultiple(found.nearTarget())),
                confluence.reasoning() + (recommendation == Recommendation.HOLD ? "" : SCORE));
    }

    /** The verdict with the fields that models are asked for, as canonical JSON. */
    static String json(Symbol symbol, Verdict verdict) {
        var fields = new TreeMap<String, @Nullable Object>();
        fields.put("symbol", symbol.value());
        fields.put("trend_direction", verdict.trend().name().toLowerCase(Locale.ROOT));
        fields.put("recommendation", verdict.recommendation().name());
        fields.put("confidence", verdict.confidence().orElse(null));
        fields.put("support_levels", verdict.supportLevels());
        fields.put("resistance_levels", verdict.resistanceLevels());
        fields.put("key_patterns", verdict.keyPatterns());
        fields.put(
                "readings",
                verdict.readings().stream()
                        .map(reading -> Map.of("indicator", reading.indicator(), "value", reading.value()))
                        .toList());
        fields.put("entry_low", verdict.entry().map(PriceRange::low).orElse(null));
        fields.put("entry_high", verdict.entry().map(PriceRange::high).orElse(null));
        fields.put("stop_loss", verdict.stopLoss().orElse(null));
        fields.put("targets", verdict.targets());
        fields.put("r_multiple", verdict.rMultiple().orElse(null));
        fields.put("reasoning", verdict.reasoning());
        return CanonicalJson.write(fields);
    }

    private static Optional<BigDecimal> confidence(Confluence confluence) {
        var trend = confluence.trend();
        return trend == Trend.NEUTRAL ? Optional.empty() : Optional.of(confluence.share(trend));
    }

    private static Recommendation recommendation(Trend trend) {
        return switch (trend) {
            case BULLISH -> Recommendation.BUY;
            case BEARISH -> Recommendation.SELL;
            case NEUTRAL -> Recommendation.HOLD;
        };
    }
}
