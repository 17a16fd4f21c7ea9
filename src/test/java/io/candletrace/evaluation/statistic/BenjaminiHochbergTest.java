package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BenjaminiHochbergTest {
    @ParameterizedTest
    @MethodSource
    void corrects(double[] pValues, double[] expected) {
        assertThat(BenjaminiHochberg.qValues(pValues)).containsExactly(expected, within(1e-12));
    }

    static Stream<Arguments> corrects() {
        return Stream.of(
                argumentSet(
                        "SciPy's false_discovery_control",
                        new double[] {.01, .04, .03, .005, .2, .9},
                        new double[] {.03, .06, .06, .03, .24, .9}),
                argumentSet("equal ones alike", new double[] {.02, .02, .5}, new double[] {.03, .03, .5}),
                argumentSet("one not at all", new double[] {.04}, new double[] {.04}),
                argumentSet("none", new double[0], new double[0]));
    }
}
