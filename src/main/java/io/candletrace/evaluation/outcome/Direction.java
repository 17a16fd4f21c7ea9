package io.candletrace.evaluation.outcome;

/** Where a prediction says that the price goes. */
public enum Direction {
    LONG(1),
    SHORT(-1),
    FLAT(0);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** What a return is multiplied by to be a gain: 1, -1, or 0 for FLAT. */
    public int sign() {
        return sign;
    }

    /**
     * The direction of a recommendation.
     *
     * @throws IllegalArgumentException when it is none of {@code BUY}, {@code SELL} and {@code HOLD}
     */
    public static Direction ofRecommendation(String recommendation) {
        return switch (recommendation) {
            case "BUY" -> LONG;
            case "SELL" -> SHORT;
            case "HOLD" -> FLAT;
            default ->
                throw new IllegalArgumentException("a recommendation is BUY, SELL or HOLD, was " + recommendation);
        };
    }
}
