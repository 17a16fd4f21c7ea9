package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.evaluation.statistic.InformationCoefficient.OnDate;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InformationCoefficientTest {
    private static final Offset<Double> TEN_DECIMALS = within(5e-11);

    @ParameterizedTest
    @MethodSource
    void ranksTheReturnsThatFollowed(double[] scores, double[] returns, double expected) {
        assertThat(Correlation.SPEARMAN.between(scores, returns).orElseThrow()).isCloseTo(expected, TEN_DECIMALS);
    }

    static Stream<Arguments> ranksTheReturnsThatFollowed() {
        return Stream.of(
                argumentSet("alphalens, reversed", new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1}, -1),
                argumentSet("alphalens, same order", new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}, 1),
                argumentSet(
                        "ties",
                        new double[] {.8, .6, .6, -.7, 0, -.9, .4, .4},
                        new double[] {.021, .004, -.012, -.03, .001, .008, .015, -.002},
                        0.3012266829));
    }

    /** Dates of -1, 1 and 0.5, whatever the order of the observations; the fourth has one instrument only. */
    @Test
    void averagesTheDates() {
        // Given
        var dates = new long[] {12, 10, 10, 11, 11, 12, 12, 13};
        var scores = new double[] {1, 1, 2, 1, 2, 2, 3, 5};
        var returns = new double[] {.01, .02, .01, .01, .02, .03, .02, .01};

        // When
        var coefficient = InformationCoefficient.across(Correlation.SPEARMAN, dates, scores, returns);

        // Then
        assertThat(coefficient.dates()).extracting(OnDate::date).containsExactly(10L, 11L, 12L);
        assertThat(coefficient.dates()).extracting(OnDate::count).containsExactly(2, 2, 3);
        assertThat(coefficient.mean().orElseThrow()).isCloseTo(0.16666666666666666, TEN_DECIMALS);
        assertThat(coefficient.ratio().orElseThrow()).isCloseTo(0.1601281538050871, TEN_DECIMALS);
        assertThat(coefficient.t().orElseThrow()).isCloseTo(0.1601281538050871 * Math.sqrt(3), TEN_DECIMALS);
    }

    @Test
    void cutsTimeIntoWindows_andLeavesTheRestOut() {
        // Given
        var scores = new double[] {1, 2, 3, 1, 2, 3, 9};
        var returns = new double[] {1, 2, 3, 3, 2, 1, 9};

        // When
        var coefficient = InformationCoefficient.over(Correlation.PEARSON, 3, scores, returns);

        // Then
        assertThat(coefficient.dates()).containsExactly(new OnDate(0, 3, 1), new OnDate(3, 3, -1));
    }

    @Test
    void leavesOutADateOfEqualScores() {
        // Given
        var days = new long[] {1, 1, 2, 2};

        // When
        var coefficient = InformationCoefficient.across(
                Correlation.PEARSON, days, new double[] {.6, .6, .1, .2}, new double[] {.1, .2, .1, .2});

        // Then
        assertThat(coefficient.dates()).containsExactly(new OnDate(2, 2, 1));
        assertThat(coefficient.mean()).hasValue(1);
        assertThat(coefficient.ratio()).isEmpty();
        assertThat(coefficient.t()).isEmpty();
    }

    @Test
    void isSilent_ofNone() {
        var none = InformationCoefficient.across(Correlation.PEARSON, new long[0], new double[0], new double[0]);

        assertThat(none.mean()).isEmpty();
        assertThat(none.ratio()).isEmpty();
        assertThat(Correlation.SPEARMAN.between(new double[0], new double[0])).isEmpty();
    }

    @Test
    void refusesAWindowOfOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InformationCoefficient.over(Correlation.PEARSON, 1, new double[0], new double[0]))
                .withMessage("a window must be at least 2, was 1");
    }
}
