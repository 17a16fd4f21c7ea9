package io.candletrace.feed;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that changes what a share is, and so its price, from one session to the next.
 *
 * @param exDate first session that trades without it
 * @param kind what it is
 * @param value of a split the new shares for an old one (4, or 0.125 for a reverse one), above zero, where 1 says that there is
 *     none; of a dividend the cash for a share, in the instrument's currency, where 0 says that there is none
 * @param source who says so
 */
public record CorporateAction(LocalDate exDate, Kind kind, BigDecimal value, String source) {
    private static final int MAX_DECIMALS = 8;

    /** What there is. */
    public enum Kind {
        SPLIT,
        DIVIDEND
    }

    public CorporateAction {
        value = value.stripTrailingZeros();
        if (value.signum() < 0 || kind == Kind.SPLIT && value.signum() == 0) {
            throw new IllegalArgumentException(
                    kind == Kind.SPLIT
                            ? "a split's ratio is positive, was " + value.toPlainString()
                            : "a dividend is not negative, was " + value.toPlainString());
        }
        if (value.scale() > MAX_DECIMALS || value.precision() - value.scale() > 10) {
            throw new IllegalArgumentException("at most 10 digits and 8 decimals, was " + value.toPlainString());
        }
    }

    /** Whether it says that there is none, and so withdraws what was said before. */
    public boolean withdrawn() {
        return value.compareTo(kind == Kind.SPLIT ? BigDecimal.ONE : BigDecimal.ZERO) == 0;
    }
}
