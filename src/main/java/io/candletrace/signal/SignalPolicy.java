package io.candletrace.signal;

import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How analyses become one signal.
 *
 * @param decidingModel name of the model that decides; when absent the strategy's first that is not {@code rules-v1}, or
 *     {@code rules-v1} when it is the only one
 * @param primary the timeframe that decides; when absent the strategy's shortest
 * @param withoutConfirmation what a missing or failed confirmation means
 */
public record SignalPolicy(
        Optional<String> decidingModel, Optional<Timeframe> primary, WithoutConfirmation withoutConfirmation) {
    /** What a strategy that says nothing gets. */
    public static final SignalPolicy DEFAULT =
            new SignalPolicy(Optional.empty(), Optional.empty(), WithoutConfirmation.HOLD);

    private static final String DECIDING_MODEL = "deciding_model";
    private static final String PRIMARY = "primary_timeframe";
    private static final String WITHOUT_CONFIRMATION = "without_confirmation";
    private static final List<String> KEYS = List.of(DECIDING_MODEL, PRIMARY, WITHOUT_CONFIRMATION);
    private static final int MAX_SHOWN = 64;

    /** What happens when a higher timeframe has no verdict. */
    public enum WithoutConfirmation {
        /** BUY and SELL become HOLD. */
        HOLD,
        /** The primary timeframe decides alone. */
        IGNORE,
        /** There is no signal and the task fails. */
        NO_SIGNAL;

        /** As strategies write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a strategy's {@code signal_policy}; every key may be missing.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} for an unknown key or value
     */
    public static SignalPolicy parse(Map<String, ?> json) {
        json.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw impossible("signal_policy", String.join(", ", KEYS), key);
        });
        return new SignalPolicy(
                text(json, DECIDING_MODEL),
                text(json, PRIMARY).map(SignalPolicy::timeframe),
                text(json, WITHOUT_CONFIRMATION)
                        .map(SignalPolicy::withoutConfirmation)
                        .orElse(WithoutConfirmation.HOLD));
    }

    /** The inverse of {@link #parse}; what is left to the default is left out, but for {@code without_confirmation}. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        decidingModel.ifPresent(model -> map.put(DECIDING_MODEL, model));
        primary.ifPresent(timeframe -> map.put(PRIMARY, timeframe.code()));
        map.put(WITHOUT_CONFIRMATION, withoutConfirmation.code());
        return map;
    }

    /**
     * Makes sure that a strategy has what the policy names.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when the deciding model or the primary timeframe is not among them
     */
    public void requireFits(List<String> models, List<Timeframe> timeframes) {
        if (decidingModel.isPresent() && !models.contains(decidingModel.get())) {
            throw impossible(DECIDING_MODEL, "one of the strategy's models " + models, decidingModel.get());
        }
        if (primary.isPresent() && !timeframes.contains(primary.get())) {
            throw impossible(
                    PRIMARY,
                    "one of the strategy's " + codes(timeframes),
                    primary.get().code());
        }
    }

    /**
     * Who decides.
     *
     * @param models the strategy's, in its order; at least one
     */
    public String decider(List<String> models) {
        return decidingModel.orElseGet(() -> models.stream()
                .filter(model -> !model.equals(ModelConfig.RULES))
                .findFirst()
                .orElse(ModelConfig.RULES));
    }

    private static Timeframe timeframe(String code) {
        return Timeframe.ofCode(code)
                .orElseThrow(() -> impossible(PRIMARY, codes(Arrays.asList(Timeframe.values())), code));
    }

    private static WithoutConfirmation withoutConfirmation(String code) {
        return Arrays.stream(WithoutConfirmation.values())
                .filter(value -> value.code().equals(code))
                .findFirst()
                .orElseThrow(() -> impossible(WITHOUT_CONFIRMATION, "hold, ignore or no_signal", code));
    }

    private static Optional<String> text(Map<String, ?> json, String key) {
        if (!json.containsKey(key)) {
            return Optional.empty();
        }
        if (json.get(key) instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        throw impossible(key, "a text", json.get(key));
    }

    private static String codes(List<Timeframe> timeframes) {
        return timeframes.stream().map(Timeframe::code).collect(Collectors.joining(", "));
    }

    private static ServiceException impossible(String where, String expected, @Nullable Object found) {
        var text = String.valueOf(found).replaceAll("\\p{Cntrl}", " ");
        var shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text;
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST, where + ": expected " + expected + ", found '" + shown + "'");
    }
}
