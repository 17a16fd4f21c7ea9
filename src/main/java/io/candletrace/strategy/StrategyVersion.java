package io.candletrace.strategy;

import io.candletrace.analysis.SpendingLimits;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One immutable version of a strategy: what is read, how and by whom. An execution pins one.
 *
 * @param id the version's row
 * @param strategy whose version it is
 * @param name the strategy's, unique
 * @param description for people; may be empty
 * @param version from 1
 * @param symbols at least one, each once
 * @param timeframes at least one, ascending
 * @param indicators what is computed and drawn
 * @param displayedBars how many bars a chart shows
 * @param prompts the pinned prompt of every timeframe
 * @param models names of the models that are asked, at least one
 * @param feeds names of the feeds that bars may come from; empty for the configured one
 * @param adjustment what its prices are corrected for
 * @param acceptUnadjustedSplits whether a split inside the bars is let pass
 * @param priceScale of the price axis
 * @param benchmark what its outcomes are compared with
 * @param horizonBars how many bars of the primary timeframe ahead a decision is about
 * @param policy how its analyses become one signal
 * @param riskParams the user's own, kept as they came
 * @param budget how much it may spend
 * @param making where the version comes from
 */
public record StrategyVersion(
        StrategyVersionId id,
        StrategyId strategy,
        String name,
        String description,
        int version,
        List<Symbol> symbols,
        List<Timeframe> timeframes,
        IndicatorSpec indicators,
        int displayedBars,
        Map<Timeframe, PromptTemplateId> prompts,
        List<String> models,
        List<String> feeds,
        Adjustment adjustment,
        boolean acceptUnadjustedSplits,
        PriceScale priceScale,
        Optional<Symbol> benchmark,
        int horizonBars,
        SignalPolicy policy,
        Map<String, Object> riskParams,
        SpendingLimits budget,
        Making making) {

    public StrategyVersion {
        symbols = List.copyOf(symbols);
        timeframes = timeframes.stream().sorted().toList();
        prompts = Map.copyOf(prompts);
        models = List.copyOf(models);
        feeds = List.copyOf(feeds);
        // JSON from outside may hold nulls, which Map.copyOf refuses.
        riskParams = Collections.unmodifiableMap(new LinkedHashMap<>(riskParams));
    }

    /**
     * Where a version comes from.
     *
     * @param origin who made it, and why
     * @param at when, UTC
     */
    public record Making(Origin origin, Instant at) {}
}
