package io.candletrace.api;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.SpendingLimits;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarSource;
import io.candletrace.feed.BarSources;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.Origin;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Timeframe;
import io.candletrace.request.Parameters;
import io.candletrace.signal.SignalPolicy;
import io.candletrace.strategy.Strategy;
import io.candletrace.strategy.StrategyDraft;
import io.candletrace.strategy.StrategyDraft.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code POST /api/strategies} and {@code POST /api/strategies/{name}/versions} hold. */
record StrategyInput(
        Optional<String> name,
        Optional<String> description,
        Optional<List<String>> symbols,
        Optional<List<String>> timeframes,
        Optional<Map<String, Object>> indicators,
        Optional<List<String>> models,
        Optional<Map<String, String>> prompts,
        Optional<Integer> displayedBars,
        Optional<List<String>> feeds,
        Optional<String> adjustment,
        Optional<Boolean> acceptUnadjustedSplits,
        Optional<String> priceScale,
        Optional<String> benchmark,
        Optional<String> schedule,
        Optional<String> timeZone,
        Optional<String> catchUp,
        Optional<Integer> horizonBars,
        Optional<Map<String, Object>> signalPolicy,
        Optional<Map<String, Object>> riskParams,
        Optional<Map<String, Object>> budget,
        Optional<String> createdBy,
        Optional<String> changeNote) {

    private static final int MAX_DESCRIPTION = 2_000;
    private static final int MAX_SYMBOLS = 500;

    /** The draft; what it does not say of prices is what the first of its sources delivers. */
    StrategyDraft toDraft(BarSources sources) {
        var text = Parameters.text("description", description.orElse(""), MAX_DESCRIPTION);
        return draft(sources, Inputs.name(name), text, timing());
    }

    /**
     * The draft of another version of a strategy: all that a version says is said anew, and what belongs to the strategy may only be
     * repeated.
     */
    StrategyDraft toDraft(BarSources sources, Strategy strategy) {
        requireUnchanged(strategy);
        var timing = new Timing(strategy.schedule(), strategy.timeZone(), strategy.catchUp());
        return draft(sources, strategy.name(), strategy.current().description(), timing);
    }

    Origin origin() {
        return Inputs.origin(createdBy, changeNote);
    }

    private StrategyDraft draft(BarSources sources, String called, String described, Timing timing) {
        var order = sources.order(Inputs.texts("feeds", feeds.orElse(List.of())));
        var delivered = order.getFirst().profile().adjustment();
        var draft = draft(called, described, timing, delivered);
        draft.timeframes().forEach(timeframe -> requireBars(timeframe, order));
        requireDelivered(draft.adjustment(), order);
        return draft;
    }

    private StrategyDraft draft(String called, String described, Timing timing, Adjustment delivered) {
        return new StrategyDraft(
                called,
                described,
                Inputs.symbols("symbols", Inputs.required("symbols", symbols), MAX_SYMBOLS),
                Inputs.texts("timeframes", Inputs.required("timeframes", timeframes)).stream()
                        .map(code -> Inputs.timeframe("timeframes", code))
                        .toList(),
                IndicatorSpec.parse(Inputs.required("indicators", indicators)),
                displayedBars.orElse(StrategyDraft.DISPLAYED_BARS),
                promptNames(),
                Inputs.texts("models", models.orElse(List.of(ModelConfig.RULES))),
                feeds.orElse(List.of()),
                adjustment.map(StrategyInput::adjustment).orElse(delivered),
                acceptUnadjustedSplits.orElse(false),
                choice("price_scale", priceScale, PriceScale.class, PriceScale.LINEAR),
                benchmark.map(text -> Parameters.symbol("benchmark", text)),
                horizonBars.orElse(StrategyDraft.HORIZON_BARS),
                SignalPolicy.parse(storable("signal_policy", signalPolicy)),
                storable("risk_params", riskParams),
                SpendingLimits.parse(budget.orElse(Map.of())),
                timing);
    }

    private void requireUnchanged(Strategy strategy) {
        var given = timing();
        var differing = new ArrayList<String>();
        note(differing, "name", name, name.orElse("").equals(strategy.name()));
        note(
                differing,
                "description",
                description,
                description.orElse("").equals(strategy.current().description()));
        note(differing, "schedule", schedule, given.schedule().equals(strategy.schedule()));
        note(differing, "time_zone", timeZone, given.zone().equals(strategy.timeZone()));
        note(differing, "catch_up", catchUp, given.catchUp() == strategy.catchUp());
        if (!differing.isEmpty()) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    String.join(", ", differing) + ": expected nothing, or what the strategy '" + strategy.name()
                            + "' has, as this belongs to the strategy and not to its versions, found something else");
        }
    }

    private static void note(List<String> differing, String field, Optional<String> given, boolean same) {
        if (given.isPresent() && !same) {
            differing.add(field);
        }
    }

    private Map<Timeframe, String> promptNames() {
        var names = new TreeMap<Timeframe, String>();
        prompts.orElse(Map.of())
                .forEach((code, prompt) -> names.put(
                        Inputs.timeframe("prompts", code),
                        Inputs.required("prompts." + code, Optional.ofNullable(prompt))));
        return names;
    }

    private static Adjustment adjustment(String code) {
        return Adjustment.ofCode(code)
                .filter(adjustment -> adjustment != Adjustment.SPLIT_EXACT)
                .orElseThrow(() -> impossible("adjustment", "raw, split or split_dividend", code));
    }

    private static void requireDelivered(Adjustment wanted, List<BarSource> order) {
        if (order.stream().noneMatch(source -> source.profile().delivers(wanted))) {
            throw impossible(
                    "adjustment",
                    "what one of the feeds delivers, "
                            + order.getFirst().profile().adjustment().code(),
                    wanted.code());
        }
    }

    private static void requireBars(Timeframe timeframe, List<BarSource> order) {
        if (order.stream().noneMatch(source -> source.base(timeframe).isPresent())) {
            throw impossible(
                    "timeframes",
                    "bars that one of the feeds has, which "
                            + order.getFirst().profile().name() + " does not",
                    timeframe.code());
        }
    }

    private Timing timing() {
        return new ScheduleInput(schedule, timeZone, catchUp).toTiming();
    }

    private static Map<String, Object> storable(String name, Optional<Map<String, Object>> value) {
        value.ifPresent(map -> Parameters.requireStorable(name, map));
        return value.orElse(Map.of());
    }

    static <E extends Enum<E>> E choice(String name, Optional<String> text, Class<E> type, E standard) {
        var known = List.of(type.getEnumConstants());
        return text.map(word -> known.stream()
                        .filter(constant ->
                                constant.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                impossible(name, "one of " + known.toString().toLowerCase(Locale.ROOT), word)))
                .orElse(standard);
    }

    static ServiceException impossible(String name, String expected, String found) {
        var told = Parameters.invalid(name, expected, found);
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, told.detail());
    }
}
