package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.evaluation.statistic.IsotonicRegression.Breakpoint;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IsotonicRegressionTest {
    private static final double[] CONFIDENCES = {.5, .6, .7, .8, .9};

    /** By SciPy's isotonic_regression. */
    @ParameterizedTest
    @MethodSource
    void pools(double[] rates, double[] weights, double[] expected) {
        // When
        var fit = IsotonicRegression.fit(CONFIDENCES, rates, weights).orElseThrow();

        // Then
        assertThat(Arrays.stream(CONFIDENCES).map(fit::apply).toArray()).containsExactly(expected, within(1e-12));
    }

    static Stream<Arguments> pools() {
        var alike = new double[] {1, 1, 1, 1, 1};
        return Stream.of(
                argumentSet(
                        "neighbours by their weights",
                        new double[] {.2, .6, .4, .9, .5},
                        new double[] {1, 2, 1, 3, 1},
                        new double[] {.2, 1.6 / 3, 1.6 / 3, .8, .8}),
                argumentSet("nothing that ascends", new double[] {.1, .2, .3, .4, .5}, alike, new double[] {
                    .1, .2, .3, .4, .5
                }),
                argumentSet(
                        "all that descends", new double[] {1, 1, .5, 0, 0}, alike, new double[] {.5, .5, .5, .5, .5}));
    }

    @Test
    void isAStepMap() {
        // Given
        var hits = new boolean[] {true, false, true, true, false, true};

        // When
        var fit = IsotonicRegression.fit(new double[] {.6, .6, .7, .9, .7, .9}, hits)
                .orElseThrow();

        // Then
        assertThat(fit.breakpoints()).containsExactly(new Breakpoint(.6, .5), new Breakpoint(.9, 1));
        assertThat(fit.apply(0)).isEqualTo(.5);
        assertThat(fit.apply(.89)).isEqualTo(.5);
        assertThat(fit.apply(.9)).isEqualTo(1);
    }

    @Test
    void isNone_ofNone() {
        assertThat(IsotonicRegression.fit(new double[0], new boolean[0])).isEmpty();
    }

    @Test
    void refusesAMapThatFalls() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IsotonicRegression(List.of(new Breakpoint(.5, .7), new Breakpoint(.6, .6))))
                .withMessageStartingWith("breakpoints must ascend");
    }

    @Test
    void refusesAWeightOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IsotonicRegression.fit(new double[] {.5}, new double[] {1}, new double[] {0}));
    }
}
