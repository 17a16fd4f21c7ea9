package io.candletrace.inspection;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of a row. */
final class Figures {
    private static final int MAX_DECIMALS = 8;

    /** Plain, and short enough for a numeric column: an exponent could spell a number of a billion digits. */
    private static final Pattern PRICE = Pattern.compile("[+-]?[0-9]{1,10}(\\.[0-9]{0,20})?");

    private static final Pattern VOLUME = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{0,20})?");

    private final Candidate candidate;
    private final Session period;
    private final Timeframe timeframe;

    Figures(Candidate candidate, Session period, Timeframe timeframe) {
        this.candidate = candidate;
        this.period = period;
        this.timeframe = timeframe;
    }

    Bar bar() {
        return new Bar(
                period.date(),
                period.opensAt(),
                period.closesAt(),
                new BigDecimal(candidate.open().strip()),
                new BigDecimal(candidate.high().strip()),
                new BigDecimal(candidate.low().strip()),
                new BigDecimal(candidate.close().strip()),
                new BigDecimal(candidate.volume().strip()));
    }

    /** The first thing that is wrong with the row. */
    Optional<Finding> fault() {
        return price("open", candidate.open())
                .or(() -> price("high", candidate.high()))
                .or(() -> price("low", candidate.low()))
                .or(() -> price("close", candidate.close()))
                .or(this::volume)
                .or(this::range);
    }

    private Optional<Finding> price(String name, String text) {
        return number(name, text, PRICE).or(() -> {
            var sign = new BigDecimal(text.strip()).signum();
            if (sign > 0) {
                return Optional.empty();
            }
            return Optional.of(found(
                    sign == 0 ? FindingCode.ZERO_PRICE : FindingCode.NEGATIVE,
                    name + " must be positive, was " + text.strip()));
        });
    }

    private Optional<Finding> volume() {
        var text = candidate.volume();
        return number("volume", text, VOLUME)
                .or(() -> new BigDecimal(text.strip()).signum() < 0
                        ? Optional.of(found(FindingCode.NEGATIVE, "volume must not be negative, was " + text.strip()))
                        : Optional.empty());
    }

    private Optional<Finding> number(String name, String text, Pattern syntax) {
        var number = text.strip();
        if (!syntax.matcher(number).matches()) {
            return Optional.of(found(
                    FindingCode.NOT_A_NUMBER,
                    name + " should be a plain decimal number, was '" + Admission.shown(text) + "'"));
        }
        return new BigDecimal(number).stripTrailingZeros().scale() > MAX_DECIMALS
                ? Optional.of(found(FindingCode.NOT_A_NUMBER, name + " has at most 8 decimals, was " + number))
                : Optional.empty();
    }

    private Optional<Finding> range() {
        var high = new BigDecimal(candidate.high().strip());
        var low = new BigDecimal(candidate.low().strip());
        return high.compareTo(low) < 0
                ? Optional.of(found(
                        FindingCode.HIGH_BELOW_LOW,
                        "high must not be below low, was " + high.toPlainString() + " < " + low.toPlainString()))
                : Optional.empty();
    }

    private Finding found(FindingCode code, String detail) {
        var place = timeframe.intraday() ? Optional.of(period.opensAt()) : Optional.<Instant>empty();
        return new Finding(code, code.severity(), period.date(), place, candidate.place() + ": " + detail);
    }
}
