package io.candletrace.page;

import io.candletrace.evaluation.statistic.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/** How pages write what was measured. */
final class Figures {
    private static final int PERCENT_SHIFT = 2;
    private static final int CENTS = 2;
    private static final int THOUSANDTHS = 3;
    private static final double LEAST_CHANCE = 0.001;

    private Figures() {}

    /** A share in tenths of a percent. */
    static String percent(double share) {
        return plain(share, 1) + " %";
    }

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : Words.NONE;
    }

    /** A change in hundredths of a percent, with its sign. */
    static String change(double share) {
        return signed(share, 2) + " %";
    }

    static String change(OptionalDouble share) {
        return share.isPresent() ? change(share.getAsDouble()) : Words.NONE;
    }

    static String change(BigDecimal share) {
        return change(share.doubleValue());
    }

    /** The difference of two shares in tenths of a point. */
    static String points(OptionalDouble difference) {
        return difference.isPresent() ? signed(difference.getAsDouble(), 1) + " pp" : Words.NONE;
    }

    /** Shares in percent, without the sign for it; empty when absent. */
    static String interval(Optional<Interval> interval) {
        return interval.map(found -> plain(found.low(), 1) + " to " + plain(found.high(), 1))
                .orElse("");
    }

    /** Changes, or differences, in percent with so many decimals and their signs; empty when absent. */
    static String signedInterval(Optional<Interval> interval, int decimals) {
        return interval.map(found -> signed(found.low(), decimals) + " to " + signed(found.high(), decimals))
                .orElse("");
    }

    /** How likely something is by chance. */
    static String chance(OptionalDouble chance) {
        if (chance.isEmpty()) {
            return Words.NONE;
        }
        return chance.getAsDouble() < LEAST_CHANCE ? "< 0.001" : rounded(chance.getAsDouble(), THOUSANDTHS);
    }

    /** A multiple of something. */
    static String multiple(double value) {
        return rounded(value, CENTS);
    }

    static String day(long days) {
        return LocalDate.ofEpochDay(days).toString();
    }

    private static String signed(double share, int decimals) {
        var text = plain(share, decimals);
        return text.startsWith("-") ? text : "+" + text;
    }

    private static String plain(double share, int decimals) {
        return BigDecimal.valueOf(share)
                .movePointRight(PERCENT_SHIFT)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
