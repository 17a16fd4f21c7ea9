package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.candletrace.market.BarSeries;
import io.candletrace.testing.SampleBars;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WarmUpTest {
    /** What 5 periods leave of a seed in Wilder's average. */
    private static final Percentage SEED = withPercentage(0.7);

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

    @ParameterizedTest
    @MethodSource("defaults")
    void makesAValueForgetWhatCameBefore(Indicator indicator) {
        // Given
        var wave = SampleBars.wave(1000);
        var bars = wave.bars().subList(wave.size() - WarmUp.bars(indicator) - 1, wave.size());
        var warmedUp = SampleBars.of(wave.instrument(), wave.timeframe(), bars);

        // When
        var lines = computed(warmedUp, indicator).lines();

        // Then
        var longer = computed(wave, indicator).lines();
        for (var i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).last()).isCloseTo(longer.get(i).last(), SEED);
        }
    }

    private static IndicatorValues computed(BarSeries series, Indicator indicator) {
        return Indicators.compute(series, new IndicatorSpec(List.of(indicator)), 1)
                .values()
                .getFirst();
    }
}
