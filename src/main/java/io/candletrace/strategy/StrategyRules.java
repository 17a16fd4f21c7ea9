package io.candletrace.strategy;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a strategy must meet beyond being well-formed, as far as it can be told without the database. */
@ApplicationScoped
public class StrategyRules {

    private static final int MAX_SYMBOLS = 500;
    /** A chart 1280 pixels wide has about six for a candle at this many. */
    private static final int MAX_DISPLAYED_BARS = 200;

    private static final int MIN_DISPLAYED_BARS = 10;
    private static final int MAX_HORIZON_BARS = 250;

    private final Analysts analysts;

    StrategyRules(Analysts analysts) {
        this.analysts = analysts;
    }

    /**
     * Checks a draft.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST}, with the field's name first
     */
    public void require(StrategyDraft draft) {
        requireBetween("symbols", "symbols", draft.symbols().size(), 1, MAX_SYMBOLS);
        requireOnce("symbols", draft.symbols());
        requireBetween("timeframes", "timeframes", draft.timeframes().size(), 1, Integer.MAX_VALUE);
        requireOnce("timeframes", draft.timeframes());
        requireBetween("displayed_bars", "bars", draft.displayedBars(), MIN_DISPLAYED_BARS, MAX_DISPLAYED_BARS);
        requireHorizon(draft.horizonBars());
        requireModels(draft.models());
        requireFittingPolicy(draft);
    }

    /**
     * Checks how far ahead a question may be.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST}, with the field's name first
     */
    public static void requireHorizon(int bars) {
        requireBetween("horizon_bars", "bars", bars, 1, MAX_HORIZON_BARS);
    }

    private void requireModels(List<String> models) {
        requireBetween("models", "models", models.size(), 1, Integer.MAX_VALUE);
        requireOnce("models", models);
        for (var model : models) {
            if (analysts.find(model).isEmpty()) {
                throw impossible("models: expected some of " + known() + ", found '" + model + "'");
            }
        }
    }

    private static void requireFittingPolicy(StrategyDraft draft) {
        draft.policy().requireFits(draft.models(), draft.timeframes());
        requireListedTimeframes(draft);
    }

    private static void requireListedTimeframes(StrategyDraft draft) {
        draft.prompts().entrySet().stream()
                .filter(entry -> !draft.timeframes().contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .ifPresent(entry -> {
                    throw impossible("prompts: expected the strategy's timeframes, found '"
                            + entry.getKey().code() + "'");
                });
    }

    private String known() {
        return analysts.all().stream().map(ModelConfig::name).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void requireBetween(String field, String what, int found, int min, int max) {
        if (found < min || found > max) {
            var most = max == Integer.MAX_VALUE ? "" : " and at most " + max;
            throw impossible(field + ": expected at least " + min + most + " " + what + ", found " + found);
        }
    }

    private static void requireOnce(String field, List<?> items) {
        var seen = new HashSet<>();
        for (var item : items) {
            if (!seen.add(item)) {
                throw impossible(field + ": expected each once, found '" + item + "' twice");
            }
        }
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
