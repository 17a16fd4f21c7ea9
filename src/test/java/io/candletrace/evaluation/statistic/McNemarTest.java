package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class McNemarTest {
    /** By SciPy's binomtest and chi2. */
    @ParameterizedTest
    @MethodSource
    void judgesByThoseWhereOnlyOneWasRight(int firstOnly, int secondOnly, double expected) {
        assertThat(new McNemar(firstOnly, secondOnly).pValue().orElseThrow())
                .isCloseTo(expected, withinPercentage(1e-8));
    }

    static Stream<Arguments> judgesByThoseWhereOnlyOneWasRight() {
        return Stream.of(
                argumentSet("few", 10, 3, 0.09228515625),
                argumentSet("as many on either side", 5, 5, 1.0),
                argumentSet("the last exact one", 24, 0, 1.1920928955078125e-07),
                argumentSet("the first of chi-squared", 25, 0, 1.5866563039511885e-06),
                argumentSet("chi-squared", 30, 10, 0.002663119259138558),
                argumentSet("chi-squared, next to even", 12, 13, 1.0));
    }

    @Test
    void countsPairs() {
        // Given
        var first = new boolean[] {true, true, false, false, true};
        var second = new boolean[] {true, false, true, false, false};

        // Then
        assertThat(McNemar.of(first, second)).isEqualTo(new McNemar(2, 1));
    }

    @Test
    void saysNothing_whenTheTwoNeverDiffer() {
        assertThat(McNemar.of(new boolean[] {true}, new boolean[] {true}).pValue())
                .isEmpty();
    }
}
