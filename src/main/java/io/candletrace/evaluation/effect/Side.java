package io.candletrace.evaluation.effect;

import java.util.Locale;

/** Which predictions of those made in a state. */
public enum Side {
    /** All that have a direction. */
    BOTH,
    BUY,
    SELL;

    /** As answers spell it: {@code both}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(short direction) {
        return switch (this) {
            case BOTH -> direction != 0;
            case BUY -> direction > 0;
            case SELL -> direction < 0;
        };
    }
}
