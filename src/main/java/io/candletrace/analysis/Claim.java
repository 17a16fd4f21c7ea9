package io.candletrace.analysis;

/**
 * Something that an answer says, held against the bars and indicators that its chart was drawn from.
 *
 * @param kind what sort of statement it is
 * @param what which statement, in words: {@code support_levels[0]}, {@code readings[2] RSI}
 * @param expected what the series says, in words and numbers
 * @param found what the answer says
 * @param result whether they agree
 */
public record Claim(Kind kind, String what, String expected, String found, Result result) {
    /** What sort of statement a claim is. */
    public enum Kind {
        /** A support lies below the last close. */
        SUPPORT_SIDE,
        /** A resistance lies above the last close. */
        RESISTANCE_SIDE,
        /** A level lies where the market has been, give or take some average true ranges. */
        LEVEL_RANGE,
        /** The entry is near the last close. */
        ENTRY_NEAR,
        /** The stop is where the idea is wrong. */
        STOP_SIDE,
        /** A target is beyond the entry. */
        TARGET_SIDE,
        /** Reward over risk is what entry, stop and target give. */
        R_MULTIPLE,
        /** An indicator's value is the computed one. */
        READING,
        /** A pattern is there. */
        PATTERN;

        /** Whether an answer that fails it contradicts its own recommendation, so that nobody should act on it. */
        public boolean contradiction() {
            return this == STOP_SIDE || this == TARGET_SIDE;
        }
    }

    /** How a check came out. */
    public enum Result {
        PASSED,
        FAILED,
        /** Nothing here can tell. */
        UNVERIFIED
    }
}
