package io.candletrace.analysis.claim;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * An average as prose names it: {@code 200-day SMA}, {@code SMA 200}, {@code EMA(20)}.
 *
 * @param kind {@code SMA} or {@code EMA}
 * @param period in bars
 */
record MovingAverage(String kind, int period) {
    /** What names one; its groups are read by {@link #named}. */
    static final String REGEX =
            "(?:(?<![\\d/.,-])(?<n>\\d{1,3})[- ]?(?<unit>day|week|month|hour|minute|period|bar)?[- ]?(?<kind>SMA|EMA)"
                    + "|\\b(?<kindFirst>SMA|EMA) ?\\(? ?(?<nLast>\\d{1,3})(?!\\d|[.,]\\d)\\)?)";

    private static final int LEAST_PERIOD = 2;
    private static final int DECIMALS = 8;

    /** The average that was matched; empty when it is one of other bars than the series'. */
    static Optional<MovingAverage> named(MatchResult match, Timeframe timeframe) {
        if (match.group("kind") == null) {
            return of(match.group("kindFirst"), match.group("nLast"));
        }
        return Optional.ofNullable(match.group("unit"))
                        .map(unit -> covers(unit, timeframe))
                        .orElse(true)
                ? of(match.group("kind"), match.group("n"))
                : Optional.empty();
    }

    /** As the table of indicators names its value. */
    String name() {
        return kind + "." + period;
    }

    /** Its value at the newest bar, whether it is drawn or not; empty when history is too short. */
    Optional<BigDecimal> value(IndicatedSeries series) {
        var indicator = kind.equals("SMA") ? new Indicator.Sma(List.of(period)) : new Indicator.Ema(List.of(period));
        var line = Indicators.compute(series.series(), new IndicatorSpec(List.of(indicator)), 1)
                .values(kind)
                .orElseThrow()
                .line(0);
        return Double.isNaN(line.last())
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(line.last()).setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static Optional<MovingAverage> of(String kind, String period) {
        return Optional.of(new MovingAverage(kind.toUpperCase(Locale.ROOT), Integer.parseInt(period)))
                .filter(average -> average.period() >= LEAST_PERIOD);
    }

    /** Whether a word for a span of time means the bars of this timeframe. */
    static boolean covers(String unit, Timeframe timeframe) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> timeframe == Timeframe.DAILY;
            case "week" -> timeframe == Timeframe.WEEKLY;
            case "month" -> timeframe == Timeframe.MONTHLY;
            case "period", "bar" -> true;
            default -> false;
        };
    }
}
