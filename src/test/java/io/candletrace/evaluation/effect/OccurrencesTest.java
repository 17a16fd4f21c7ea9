package io.candletrace.evaluation.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.candletrace.evaluation.outcome.Regime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
    private static final IndicatorState STRONG = new IndicatorState("RSI(14)", "above_70");
    private static final IndicatorState ABOVE = new IndicatorState("SMA(200)", "above");
    private static final IndicatorState BELOW = new IndicatorState("SMA(200)", "below");
    private static final Map<Integer, IndicatorState> NAMES = Map.of(3, STRONG, 7, ABOVE, 9, BELOW);

    @Test
    void gathersTheRowsOfEachState() {
        var found = Occurrences.of(new int[][] {{3}, {}, {3, 7}}, NAMES, unknown(3));

        assertThat(found.rows().keySet()).containsExactly(STRONG, ABOVE);
        assertThat(found.rows().get(STRONG)).containsExactly(0, 2);
        assertThat(found.rows().get(ABOVE)).containsExactly(2);
    }

    @Test
    void knowsTheThirdOfTheRange_fromTheRegime() {
        var found = Occurrences.of(
                new int[2][0], NAMES, List.of(Regime.BELOW_SMA200_LOW_ATR, Regime.BELOW_SMA200_HIGH_ATR));

        assertThat(found.rows().keySet())
                .containsExactly(
                        BELOW,
                        new IndicatorState("ATR(14)", "lowest_third"),
                        new IndicatorState("ATR(14)", "highest_third"));
        assertThat(found.rows().get(BELOW)).containsExactly(0, 1);
    }

    @Test
    void takesTheAverageOfTheRegime_onlyWhereNoneIsKept() {
        // The first row keeps that it was below; of the second nothing is kept.
        var regimes = List.of(Regime.ABOVE_SMA200_LOW_ATR, Regime.ABOVE_SMA200_LOW_ATR, Regime.BELOW_SMA200_LOW_ATR);

        var found = Occurrences.of(new int[][] {{9}, {}, {}}, NAMES, regimes);

        assertThat(found.rows().get(BELOW)).containsExactly(0, 2);
        assertThat(found.rows().get(ABOVE)).containsExactly(1);
    }

    @Test
    void refusesANumber_thatMeansNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Occurrences.of(new int[][] {{4}}, NAMES, unknown(1)))
                .withMessageContaining("number 4");
        assertThatIllegalArgumentException().isThrownBy(() -> Occurrences.of(new int[][] {{3}}, NAMES, unknown(2)));
    }

    private static List<Regime> unknown(int rows) {
        var regimes = new Regime[rows];
        Arrays.fill(regimes, Regime.UNKNOWN);
        return List.of(regimes);
    }
}
