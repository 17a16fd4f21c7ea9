package io.candletrace.strategy;

import io.candletrace.analysis.SpendingLimits;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A strategy somebody wants: well-formed, not yet checked against what exists.
 *
 * @param name 1 to 64 of letters, digits and {@code . _ -}, unique
 * @param description for people; may be empty
 * @param symbols what is read
 * @param timeframes on which bars
 * @param indicators what is computed and drawn
 * @param displayedBars how many bars a chart shows
 * @param prompts {@code name}, {@code name@version}, {@code name/language} or {@code name/language@version} by timeframe; a
 *     timeframe left out gets the default of its kind
 * @param models who is asked
 * @param feeds where bars may come from; empty for the configured one
 * @param adjustment what its prices are corrected for
 * @param acceptUnadjustedSplits whether a split inside the bars is let pass
 * @param priceScale of the price axis
 * @param benchmark what its outcomes are compared with
 * @param horizonBars how many bars of the primary timeframe ahead a decision is about
 * @param policy how its analyses become one signal
 * @param riskParams the user's own, kept as they came
 * @param budget how much it may spend
 * @param timing when it runs
 */
public record StrategyDraft(
        String name,
        String description,
        List<Symbol> symbols,
        List<Timeframe> timeframes,
        IndicatorSpec indicators,
        int displayedBars,
        Map<Timeframe, String> prompts,
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
        Timing timing) {

    /** Displayed bars when nobody says how many. */
    public static final int DISPLAYED_BARS = 160;
    /** Horizon when nobody says how far. */
    public static final int HORIZON_BARS = 5;

    public StrategyDraft {
        symbols = List.copyOf(symbols);
        timeframes = timeframes.stream().sorted().toList();
        prompts = Map.copyOf(prompts);
        models = List.copyOf(models);
        feeds = List.copyOf(feeds);
        // JSON from outside may hold nulls, which Map.copyOf refuses.
        riskParams = Collections.unmodifiableMap(new LinkedHashMap<>(riskParams));
    }

    /**
     * When a strategy runs by itself.
     *
     * @param schedule absent when it is only run by hand
     * @param zone of the schedule
     * @param catchUp what happens to fires that were missed
     */
    public record Timing(Optional<Schedule> schedule, ZoneId zone, CatchUp catchUp) {
        /**
         * The first fire after an instant; empty without a schedule.
         *
         * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when there is a schedule that never fires again
         */
        public Optional<Instant> next(Instant now) {
            return schedule.map(given -> given.fires(zone).after(now).orElseThrow(() -> neverFires(given)));
        }

        private ServiceException neverFires(Schedule given) {
            return new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "schedule: expected one that fires again some day, found '" + given.text() + "' in "
                            + zone.getId());
        }
    }
}
