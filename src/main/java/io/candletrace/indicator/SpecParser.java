package io.candletrace.indicator;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatorCatalogue.Entry;
import io.candletrace.indicator.IndicatorCatalogue.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a strategy's indicators against the catalogue. */
final class SpecParser {
    private SpecParser() {}

    static IndicatorSpec parse(Map<String, ?> json) {
        json.keySet().forEach(SpecParser::requireKnown);
        var indicators = new ArrayList<Indicator>();
        for (var entry : IndicatorCatalogue.entries()) {
            if (json.containsKey(entry.key())) {
                indicators.add(indicator(entry, json.get(entry.key())));
            }
        }
        return new IndicatorSpec(indicators);
    }

    private static void requireKnown(String key) {
        if (IndicatorCatalogue.find(key).isEmpty()) {
            throw impossible("indicators: expected " + names(IndicatorCatalogue.entries()) + ", found "
                    + SpecArguments.shown(key));
        }
    }

    private static String names(List<Entry> entries) {
        return entries.stream().map(Entry::key).collect(Collectors.joining(", "));
    }

    private static Indicator indicator(Entry entry, @Nullable Object json) {
        if (!(json instanceof Map<?, ?> given)) {
            throw impossible(
                    entry.key() + ": expected an object with its parameters, found " + SpecArguments.shown(json));
        }
        given.keySet().forEach(name -> requireParameter(entry, name));
        return build(entry, new SpecArguments(entry, given));
    }

    private static void requireParameter(Entry entry, @Nullable Object name) {
        if (entry.parameters().stream().noneMatch(parameter -> parameter.name().equals(name))) {
            var known = entry.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
            throw impossible(entry.key() + ": expected " + (known.isEmpty() ? "no parameters" : "only " + known)
                    + ", found " + SpecArguments.shown(name));
        }
    }

    private static Indicator build(Entry entry, SpecArguments given) {
        return switch (entry.key()) {
            case "RSI" -> new Indicator.Rsi(given.period("period"));
            case "MACD" -> macd(given.period("fast"), given.period("slow"), given.period("signal"));
            case "SMA" -> new Indicator.Sma(given.periods("periods"));
            case "EMA" -> new Indicator.Ema(given.periods("periods"));
            case "Bollinger_Bands" -> new Indicator.BollingerBands(given.period("period"), given.factor("std"));
            case "ATR" -> new Indicator.Atr(given.period("period"));
            case "SuperTrend" -> new Indicator.SuperTrend(given.period("period"), given.factor("multiplier"));
            case "OBV" -> new Indicator.Obv();
            case "ADX" -> new Indicator.Adx(given.period("period"));
            case "Stochastic" -> new Indicator.Stochastic(given.period("k"), given.period("smooth"), given.period("d"));
            default -> throw new IllegalStateException("the catalogue lists " + entry.key() + ", nothing builds it");
        };
    }

    private static Indicator macd(int fast, int slow, int signal) {
        if (fast >= slow) {
            throw impossible("MACD: expected fast below slow, found fast " + fast + " and slow " + slow);
        }
        return new Indicator.Macd(fast, slow, signal);
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, detail);
    }
}
