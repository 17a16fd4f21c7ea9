package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ConsistencyTest {
    private static final Offset<Double> TWELVE_DECIMALS = within(1e-12);

    @Test
    void isTheShareOfTheMostGiven_andTheChanceThatTwoDiffer() {
        // When
        var consistency = Consistency.of(new int[] {1, 0, 1, 2, 1}).orElseThrow();

        // Then
        assertThat(consistency.agreement()).isCloseTo(0.6, TWELVE_DECIMALS);
        assertThat(consistency.flipRate()).isCloseTo(1 - 0.36 - 0.04 - 0.04, TWELVE_DECIMALS);
    }

    @Test
    void isWhole_whenAllAnswersAreOne() {
        assertThat(Consistency.of(new int[] {2, 2, 2})).contains(new Consistency(3, 1, 0));
    }

    @Test
    void isNone_ofNone() {
        assertThat(Consistency.of(new int[0])).isEmpty();
    }

    @Test
    void agreesInPairs_aboutWhatBothAnswered() {
        // When
        var matrix = AgreementMatrix.of(new int[] {0, 1, 2, -1}, new int[] {0, 1, 0, 0}, new int[] {-1, -1, -1, 0});

        // Then
        assertThat(matrix.size()).isEqualTo(3);
        assertThat(matrix.between(0, 1)).isEqualTo(new Proportion(2, 3));
        assertThat(matrix.share(0, 0)).hasValue(1);
        assertThat(matrix.share(2, 1)).isEqualTo(matrix.share(1, 2)).hasValue(1);
        assertThat(matrix.share(0, 2)).isEmpty();
    }
}
