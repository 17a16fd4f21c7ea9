package io.candletrace.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SwingLevelsTest {
    @Test
    void findsTheTurningPoints_onBothSidesOfTheClose() {
        // When
        var levels = levels("0", 10, 11, 14, 12, 10, 8, 10, 12);

        // Then
        assertThat(levels.resistance()).containsExactly(price("15.00"));
        assertThat(levels.support()).containsExactly(price("7.00"));
    }

    @Test
    void makesOneLevelOfPointsThatLieTogether() {
        // When
        var levels = levels("1", 5, 5, 10, 5, 5, 10.4, 5, 5, 12, 5, 5, 9);

        // Then
        assertThat(levels.resistance()).containsExactly(price("11.20"), price("13.00"));
    }

    @Test
    void countsABrokenHighAsSupport() {
        // When
        var levels = levels("0", 5, 6, 8, 7, 6, 7, 12);

        // Then
        assertThat(levels.support()).containsExactly(price("9.00"), price("5.00"));
    }

    @Test
    void namesAtMostThree_nearestFirst() {
        // When
        var levels = levels("0", 5, 5, 20, 5, 5, 30, 5, 5, 25, 5, 5, 40, 5, 5, 10);

        // Then
        assertThat(levels.resistance()).containsExactly(price("21.00"), price("26.00"), price("31.00"));
    }

    @Test
    void findsNothing_whenTooFewBarsAreShown() {
        assertThat(levels("0", 5, 9, 9, 5).resistance()).isEmpty();
    }

    private static SwingLevels levels(String atr, double... closes) {
        var rows = new double[closes.length][];
        for (var i = 0; i < closes.length; i++) {
            rows[i] = new double[] {closes[i] + 1, closes[i] - 1, closes[i]};
        }
        return SwingLevels.of(SampleBars.ofHighLowClose(rows).bars(), SampleBars.instrument(), price(atr));
    }

    private static BigDecimal price(String value) {
        return new BigDecimal(value);
    }
}
