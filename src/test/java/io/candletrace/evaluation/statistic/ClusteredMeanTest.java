package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures are NumPy's, by the formula. */
class ClusteredMeanTest {
    private static final Offset<Double> TWELVE_DECIMALS = within(1e-12);

    /** Student's quantile is solved for to 1e-9. */
    private static final Offset<Double> NINE_DECIMALS = within(1e-9);

    @Test
    void widensByTheDaysThatMovedTogether() {
        // Given
        var returns = new double[] {.02, .01, -.03, .00, .04, .05, .01};
        var days = new long[] {1, 1, 2, 2, 3, 3, 3};

        // When
        var mean = ClusteredMean.of(returns, days).orElseThrow();

        // Then
        assertThat(mean.days()).isEqualTo(3);
        assertThat(mean.mean()).isCloseTo(0.014285714285714285, TWELVE_DECIMALS);
        assertThat(mean.standardError().orElseThrow()).isCloseTo(0.014319202730848775, TWELVE_DECIMALS);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(-0.04732484243200815, NINE_DECIMALS);
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(0.07589627100343672, NINE_DECIMALS);
        assertThat(mean.pValue(0).orElseThrow()).isCloseTo(0.4235509534027009, NINE_DECIMALS);
        assertThat(mean.pValue(mean.mean()).orElseThrow()).isCloseTo(1, NINE_DECIMALS);
    }

    /** By hand: residuals -4/3, -1/3 and 5/3; weights 2/3 between days 1 and 2, 1/3 between 2 and 4, 0 between 1 and 4. */
    @Test
    void takesWhatOverlapsTogether() {
        var mean = ClusteredMean.of(new double[] {1, 2, 4}, new long[] {1, 2, 4}, 3)
                .orElseThrow();

        assertThat(mean.standardError().orElseThrow()).isCloseTo(Math.sqrt(1.5 * 44 / 9) / 3, TWELVE_DECIMALS);
        assertThat(mean.t().orElseThrow()).isCloseTo(7 / Math.sqrt(1.5 * 44 / 9), TWELVE_DECIMALS);
    }

    @Test
    void overlapsWithNothing_atAReachOfOneDay() {
        var values = new double[] {1, 2, 4, 4};
        var days = new long[] {1, 2, 3, 3};

        assertThat(ClusteredMean.of(values, days, 1)).isEqualTo(ClusteredMean.of(values, days));
        assertThatIllegalArgumentException().isThrownBy(() -> ClusteredMean.of(values, days, 0));
    }

    @Test
    void widensByTheDaysThatOverlap() {
        // Given
        var returns = new double[] {.03, .02, .02, -.01, -.02, -.03};
        var days = new long[] {1, 2, 3, 4, 5, 6};

        // When
        var alone = ClusteredMean.of(returns, days, 1).orElseThrow();
        var overlapping = ClusteredMean.of(returns, days, 3).orElseThrow();

        // Then
        assertThat(alone).isEqualTo(ClusteredMean.of(returns, days).orElseThrow());
        assertThat(alone.standardError().orElseThrow()).isCloseTo(0.010137937550497033, TWELVE_DECIMALS);
        assertThat(overlapping.mean()).isEqualTo(alone.mean());
        assertThat(overlapping.standardError().orElseThrow()).isCloseTo(0.013386468199797793, TWELVE_DECIMALS);
    }

    @Test
    void holdsAProportion() {
        // Given
        var hits = new boolean[] {true, false, true, true, false, false, true, true, false};
        var days = new long[] {1, 1, 1, 2, 2, 3, 3, 3, 4};

        // When
        var mean = ClusteredMean.of(hits, days).orElseThrow();

        // Then
        assertThat(mean.mean()).isCloseTo(5 / 9.0, TWELVE_DECIMALS);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(0.2546211988486297, NINE_DECIMALS);
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(0.8564899122624814, NINE_DECIMALS);
    }

    @Test
    void endsAProportionAtOne() {
        // Given
        var hits = new boolean[] {true, true, false};

        // When
        var interval =
                ClusteredMean.of(hits, new long[] {1, 2, 3}).orElseThrow().interval();

        // Then
        assertThat(interval).hasValueSatisfying(found -> assertThat(found).isEqualTo(new Interval(0, 1)));
    }

    @Test
    void hasNoInterval_onASingleDay() {
        var mean =
                ClusteredMean.of(new double[] {1, 2, 3}, new long[] {7, 7, 7}).orElseThrow();

        assertThat(mean.mean()).isEqualTo(2);
        assertThat(mean.standardError()).isEmpty();
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void hasNoInterval_whenNothingVaries() {
        var mean = ClusteredMean.of(new double[] {0.1, 0.1, 0.1}, new long[] {1, 2, 3})
                .orElseThrow();

        assertThat(mean.standardError()).isEmpty();
        assertThat(mean.interval()).isEmpty();
    }

    @Test
    void isNone_ofNone() {
        assertThat(ClusteredMean.of(new double[0], new long[0])).isEmpty();
    }

    @Test
    void refusesADayTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusteredMean.of(new double[] {1, 2}, new long[] {1}))
                .withMessage("one of each per observation: 2 values, 1 days");
    }
}
