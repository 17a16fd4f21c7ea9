package io.candletrace.signal;

import java.util.Locale;

/** What happens when an analysis that is to confirm has no verdict. */
public enum WithoutConfirmation {
    /** BUY and SELL become HOLD. */
    HOLD,
    /** It is decided without it. */
    IGNORE,
    /** There is no signal and the task fails. */
    NO_SIGNAL;

    /** As strategies write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
