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

class ProportionTest {
    private static final Offset<Double> FOUR_DECIMALS = within(5e-5);
    private static final Offset<Double> TEN_DECIMALS = within(1e-10);

    @ParameterizedTest
    @MethodSource
    void isWithinWilsonsInterval(int hits, int count, double low, double high) {
        // When
        var interval = new Proportion(hits, count).wilson().orElseThrow();

        // Then
        assertThat(interval.low()).isCloseTo(low, FOUR_DECIMALS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DECIMALS);
    }

    static Stream<Arguments> isWithinWilsonsInterval() {
        return Stream.of(
                argumentSet("an audit of 37 signals", 19, 37, 0.3589, 0.6655),
                argumentSet("an audit of 35 signals", 20, 35, 0.4086, 0.7202),
                argumentSet("the worked example", 6, 10, 0.3127, 0.8318),
                argumentSet("no hit of ten", 0, 10, 0, 0.2775),
                argumentSet("one of one", 1, 1, 0.2065, 1));
    }

    /** By SciPy's binomtest below 1,000, by its normal tail from there on. */
    @ParameterizedTest
    @MethodSource
    void differsFromAReferenceByChance_soOften(int hits, int count, double reference, double expected) {
        var pValue = new Proportion(hits, count).pValue(reference);

        assertThat(pValue.orElseThrow()).isCloseTo(expected, TEN_DECIMALS);
    }

    static Stream<Arguments> differsFromAReferenceByChance_soOften() {
        return Stream.of(
                argumentSet("both sides equal but for rounding", 2, 3, 0.5, 1.0),
                argumentSet("an uneven number of them", 3, 13, 0.5, 0.09228515625),
                argumentSet("next to the middle", 19, 37, 0.5, 1.0),
                argumentSet("a base rate that is not half", 60, 100, 0.52, 0.13289621946398977),
                argumentSet("a low base rate", 7, 10, 0.3, 0.010592078399999996),
                argumentSet("the last exact one", 999, 999, 0.5, 0.0),
                argumentSet("the first normal one", 530, 1000, 0.5, 0.05777957112359698));
    }

    @Test
    void saysNothing_ofNone() {
        var none = Proportion.of(new boolean[0]);

        assertThat(none.rate()).isEmpty();
        assertThat(none.wilson()).isEmpty();
        assertThat(none.pValue(0.5)).isEmpty();
    }

    @Test
    void saysNothing_againstACertainty() {
        assertThat(new Proportion(3, 4).pValue(1)).isEmpty();
        assertThat(new Proportion(0, 4).pValue(0)).isEmpty();
    }

    @Test
    void refusesMoreHitsThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Proportion(5, 4))
                .withMessageEndingWith("5 of 4");
    }
}
