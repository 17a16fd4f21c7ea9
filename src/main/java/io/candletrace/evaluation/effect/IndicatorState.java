package io.candletrace.evaluation.effect;

/**
 * What an indicator said, in one of a few words. States are in the order of {@link StateRule}, shorter periods first.
 *
 * @param indicator as the catalogue spells it, with its parameters: {@code RSI(14)}, {@code SMA(200)}, {@code OBV}
 * @param state one of its rule's: {@code below_30}
 */
public record IndicatorState(String indicator, String state) implements Comparable<IndicatorState> {
    public IndicatorState {
        if (indicator.isBlank() || state.isBlank()) {
            throw new IllegalArgumentException(
                    "a state has an indicator and a word, was '" + indicator + "' '" + state + "'");
        }
    }

    @Override
    public int compareTo(IndicatorState other) {
        return StateRule.ORDER.compare(this, other);
    }
}
