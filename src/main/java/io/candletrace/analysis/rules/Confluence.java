package io.candletrace.analysis.rules;

import io.candletrace.analysis.Trend;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.IndicatorValues;
import io.candletrace.indicator.Indicators;
import io.candletrace.indicator.Line;
import io.candletrace.market.BarSeries;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Four states at the newest bar: SuperTrend's side, the close against SMA 20, MACD against its signal line, RSI against 50.
 *
 * @param states in that order
 */
record Confluence(List<State> states) {
    private static final int QUORUM = 3;
    private static final int RSI_MIDDLE = 50;
    private static final int DECIMALS_BEYOND_THE_TICK = 2;
    static final Indicator SUPER_TREND = new Indicator.SuperTrend(10, new BigDecimal("3"));
    static final Indicator CONVERGENCE = new Indicator.Macd(12, 26, 9);
    static final Indicator STRENGTH = new Indicator.Rsi(14);
    private static final IndicatorSpec SPEC =
            new IndicatorSpec(List.of(SUPER_TREND, new Indicator.Sma(List.of(20)), CONVERGENCE, STRENGTH));

    Confluence {
        states = List.copyOf(states);
    }

    /** Computes what it needs, whatever the strategy asked for. */
    static Confluence of(BarSeries series) {
        var indicated = Indicators.compute(series, SPEC, 1);
        return new Confluence(
                List.of(superTrend(indicated), average(indicated), convergence(indicated), strength(indicated)));
    }

    /** Which way at least three of the four point; neutral when fewer do. */
    Trend trend() {
        if (count(Trend.BULLISH) >= QUORUM) {
            return Trend.BULLISH;
        }
        return count(Trend.BEARISH) >= QUORUM ? Trend.BEARISH : Trend.NEUTRAL;
    }

    /** Share of the four that points this way, 0 to 1, two decimals. */
    BigDecimal share(Trend trend) {
        return BigDecimal.valueOf(count(trend)).divide(BigDecimal.valueOf(states.size()), 2, RoundingMode.HALF_UP);
    }

    /** What was seen where history suffices, without figures. */
    List<String> patterns() {
        return states.stream()
                .filter(state -> state.side().isPresent())
                .map(State::pattern)
                .toList();
    }

    /** Why, in words: the count, then every state with its values. */
    String reasoning() {
        var details = states.stream().map(Confluence::detail).collect(Collectors.joining("; "));
        return summary() + ": " + details + ".";
    }

    private String summary() {
        var defined = states.stream().filter(state -> state.side().isPresent()).count();
        if (defined < QUORUM) {
            return "Only " + defined + " of " + states.size() + " states are known and " + QUORUM + " are needed";
        }
        return switch (trend()) {
            case BULLISH -> count(Trend.BULLISH) + " of " + states.size() + " states are bullish";
            case BEARISH -> count(Trend.BEARISH) + " of " + states.size() + " states are bearish";
            case NEUTRAL ->
                "Fewer than " + QUORUM + " of " + states.size() + " states agree (" + count(Trend.BULLISH)
                        + " bullish, " + count(Trend.BEARISH) + " bearish)";
        };
    }

    private static String detail(State state) {
        return state.side()
                .map(side -> state.detail() + " (" + side.name().toLowerCase(Locale.ROOT) + ")")
                .orElse(state.detail());
    }

    private long count(Trend trend) {
        return states.stream().filter(state -> state.points(trend)).count();
    }

    private static State superTrend(IndicatedSeries indicated) {
        return line(indicated, "SuperTrend", 1)
                .map(direction -> {
                    var up = direction.last() > 0;
                    var pattern = up ? "SuperTrend up" : "SuperTrend down";
                    var stop = shown(indicated, value(indicated, "SuperTrend", 0));
                    return new State(
                            "SuperTrend",
                            Optional.of(side(direction.last(), 0)),
                            pattern,
                            pattern + ", its stop at " + stop);
                })
                .orElseGet(() -> State.missing("SuperTrend"));
    }

    private static State average(IndicatedSeries indicated) {
        var close = indicated.series().last().close().doubleValue();
        return line(indicated, "SMA", 0)
                .map(average -> compared(indicated, new Names("close", "SMA 20"), close, average.last()))
                .orElseGet(() -> State.missing("SMA 20"));
    }

    private static State convergence(IndicatedSeries indicated) {
        return line(indicated, "MACD", 1)
                .map(signal -> compared(
                        indicated, new Names("MACD", "its signal line"), value(indicated, "MACD", 0), signal.last()))
                .orElseGet(() -> State.missing("MACD"));
    }

    private static State strength(IndicatedSeries indicated) {
        return line(indicated, "RSI", 0)
                .map(strength -> {
                    var relation = relation(strength.last(), RSI_MIDDLE);
                    return new State(
                            "RSI 14",
                            Optional.of(side(strength.last(), RSI_MIDDLE)),
                            "RSI 14 " + relation + " 50",
                            "RSI 14 at " + plain(strength.last(), 2) + " " + relation + " 50");
                })
                .orElseGet(() -> State.missing("RSI 14"));
    }

    private static State compared(IndicatedSeries indicated, Names names, double value, double line) {
        var relation = relation(value, line);
        return new State(
                names.value(),
                Optional.of(side(value, line)),
                names.value() + " " + relation + " " + names.line(),
                names.value() + " " + shown(indicated, value) + " " + relation + " " + names.line() + " "
                        + shown(indicated, line));
    }

    private static Trend side(double value, double line) {
        if (value == line) {
            return Trend.NEUTRAL;
        }
        return value > line ? Trend.BULLISH : Trend.BEARISH;
    }

    private static String relation(double value, double line) {
        if (value == line) {
            return "on";
        }
        return value > line ? "above" : "below";
    }

    private static Optional<Line> line(IndicatedSeries indicated, String key, int index) {
        return indicated.values(key).filter(IndicatorValues::sufficientHistory).map(values -> values.line(index));
    }

    private static double value(IndicatedSeries indicated, String key, int index) {
        return line(indicated, key, index).map(Line::last).orElse(Double.NaN);
    }

    private static String shown(IndicatedSeries indicated, double value) {
        var tick = indicated.series().instrument().tickSize().stripTrailingZeros();
        return plain(value, Math.max(0, tick.scale()) + DECIMALS_BEYOND_THE_TICK);
    }

    private static String plain(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private record Names(String value, String line) {}
}
