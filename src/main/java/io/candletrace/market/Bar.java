package io.candletrace.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One closed bar. Prices and volume are normalised (no trailing zeros), so that equal bars are equal records.
 *
 * @param sessionDate the date of its (first) session in the instrument's zone
 * @param opensAt UTC
 * @param closesAt UTC, after {@code opensAt}
 * @param open in the instrument's currency, positive, at most 8 decimals; like the other three
 * @param high not below {@code low}
 * @param low not above {@code high}
 * @param close as {@code open}
 * @param volume in units of the instrument, zero or more, at most 8 decimals
 */
public record Bar(
        LocalDate sessionDate,
        Instant opensAt,
        Instant closesAt,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {
    private static final int MAX_DECIMALS = 8;

    public Bar {
        open = price("open", open, sessionDate);
        high = price("high", high, sessionDate);
        low = price("low", low, sessionDate);
        close = price("close", close, sessionDate);
        volume = normal("volume", volume, sessionDate);
        if (high.compareTo(low) < 0) {
            throw new IllegalArgumentException("high must not be below low, was " + high.toPlainString() + " < "
                    + low.toPlainString() + " on " + sessionDate);
        }
        if (volume.signum() < 0) {
            throw new IllegalArgumentException(
                    "volume must not be negative, was " + volume.toPlainString() + " on " + sessionDate);
        }
        if (!closesAt.isAfter(opensAt)) {
            throw new IllegalArgumentException("a bar closes after it opens, was " + opensAt + " to " + closesAt);
        }
    }

    /** The time that it covers. */
    public Session period() {
        return new Session(sessionDate, opensAt, closesAt);
    }

    private static BigDecimal price(String name, BigDecimal value, LocalDate sessionDate) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(
                    name + " must be positive, was " + value.toPlainString() + " on " + sessionDate);
        }
        return normal(name, value, sessionDate);
    }

    private static BigDecimal normal(String name, BigDecimal value, LocalDate sessionDate) {
        var stripped = value.stripTrailingZeros();
        var normal = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        if (normal.scale() > MAX_DECIMALS) {
            throw new IllegalArgumentException(
                    name + " has at most 8 decimals, was " + value.toPlainString() + " on " + sessionDate);
        }
        return normal;
    }
}
