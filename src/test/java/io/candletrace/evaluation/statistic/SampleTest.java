package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
    private static final Offset<Double> TWELVE_DECIMALS = within(1e-12);
    private static final double[] RETURNS = {.01, -.02, .03, .015, -.005, .02};

    /** By SciPy's ttest_1samp. */
    @Test
    void hasAMean_aMedian_andAT() {
        var sample = Sample.of(RETURNS);

        assertThat(sample.mean().orElseThrow()).isCloseTo(0.008333333333333333, TWELVE_DECIMALS);
        assertThat(sample.median().orElseThrow()).isCloseTo(0.0125, TWELVE_DECIMALS);
        assertThat(sample.t().orElseThrow()).isCloseTo(1.1293848786315641, TWELVE_DECIMALS);
    }

    /** By NumPy from the formula. */
    @ParameterizedTest
    @MethodSource
    void allowsForOverlap(int horizon, double expected) {
        assertThat(Sample.of(RETURNS).t(horizon).orElseThrow()).isCloseTo(expected, TWELVE_DECIMALS);
    }

    static Stream<Arguments> allowsForOverlap() {
        return Stream.of(
                argumentSet("none at a horizon of one bar", 1, 1.1293848786315641),
                argumentSet("of two bars", 2, 1.5454886061848319),
                argumentSet("of three bars", 3, 2.3541180771537924));
    }

    @Test
    void takesADayForOneValue() {
        // Given
        var values = new double[] {3, 1, 5, 10};
        var days = new long[] {8, 7, 8, 9};

        // When
        var sample = Sample.dailyMeans(values, days);

        // Then
        assertThat(sample.count()).isEqualTo(3);
        assertThat(sample.median()).hasValue(4);
        assertThat(sample.mean()).hasValue(5);
    }

    @ParameterizedTest
    @MethodSource
    void hasNoT(double[] values, int horizon) {
        assertThat(Sample.of(values).t(horizon)).isEmpty();
    }

    static Stream<Arguments> hasNoT() {
        return Stream.of(
                argumentSet("of none", new double[0], 1),
                argumentSet("of one", new double[] {1}, 1),
                argumentSet("of equal values", new double[] {0.1, 0.1, 0.1}, 2),
                argumentSet("past the horizon", new double[] {1, 2, 3}, 3),
                argumentSet("past a double", new double[] {1e308, -1e308, 1e308}, 1));
    }

    @Test
    void isSilent_ofNone() {
        var none = Sample.of(new double[0]);

        assertThat(none.mean()).isEmpty();
        assertThat(none.median()).isEmpty();
        assertThat(none.deviation()).isEmpty();
        assertThat(none.t()).isEmpty();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(new double[] {1, Double.NaN}))
                .withMessageEndingWith("was NaN at 1");
    }
}
