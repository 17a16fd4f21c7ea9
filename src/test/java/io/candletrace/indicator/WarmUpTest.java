package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTest {
    static Stream<Arguments> defaults() {
        return IndicatorCatalogue.entries().stream()
                .map(entry -> Arguments.argumentSet(
                        entry.key(),
                        IndicatorSpec.parse(Map.of(entry.key(), Map.of()))
                                .indicators()
                                .getFirst()));
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void fillsTheWindow_atItsLastBarAndNoSooner(Indicator indicator) {
        // Given
        var window = WarmUp.window(indicator);

        // Then
        assertThat(computed(SampleBars.wave(window), indicator).sufficientHistory())
                .isTrue();
        assertThat(window == 1
                        || !computed(SampleBars.wave(window - 1), indicator).sufficientHistory())
                .isTrue();
    }

    private static IndicatorValues computed(BarSeries series, Indicator indicator) {
        return Indicators.compute(series, new IndicatorSpec(List.of(indicator)), 1)
                .values()
                .getFirst();
    }
}
