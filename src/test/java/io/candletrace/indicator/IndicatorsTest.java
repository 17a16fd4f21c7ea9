package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {
    private static final IndicatorSpec EVERYTHING = everything();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 14, 15, 17, 18, 27, 28, 33, 34, 199, 200})
    void leavesWhatLacksHistoryUndefined(int bars) {
        // When
        var indicated = Indicators.compute(SampleBars.wave(bars), EVERYTHING, 160);

        // Then
        assertThat(indicated.displayed()).isEqualTo(Math.min(bars, 160));
        assertThat(indicated.values())
                .flatExtracting(IndicatorValues::lines)
                .allSatisfy(line -> assertThat(line.size()).isEqualTo(bars));
        assertThat(indicated.values("SMA").orElseThrow().line(2).definedAt(bars - 1))
                .isEqualTo(bars >= 200);
        assertThat(indicated.values("MACD").orElseThrow().sufficientHistory()).isEqualTo(bars >= 34);
        assertThat(indicated.values("ATR").orElseThrow().sufficientHistory()).isEqualTo(bars >= 15);
        assertThat(indicated.values("ADX").orElseThrow().sufficientHistory()).isEqualTo(bars >= 28);
        assertThat(indicated.values("Stochastic").orElseThrow().sufficientHistory())
                .isEqualTo(bars >= 18);
        assertThat(indicated.values("OBV").orElseThrow().sufficientHistory()).isTrue();
    }

    @Test
    void givesTheSameValuesAtABar_whateverFollowsIt() {
        // Given
        var longer = Indicators.compute(SampleBars.wave(400), EVERYTHING, 200);
        var shorter = Indicators.compute(SampleBars.wave(300), EVERYTHING, 100);

        // Then
        for (var i = 0; i < shorter.values().size(); i++) {
            for (var line = 0; line < shorter.values().get(i).lines().size(); line++) {
                assertThat(longer.values().get(i).line(line).at(299))
                        .isEqualTo(shorter.values().get(i).line(line).last());
            }
        }
    }

    @Test
    void computesWithTheLeastPeriods() {
        // Given
        var least = new LinkedHashMap<String, Object>();
        IndicatorCatalogue.entries().forEach(entry -> least.put(entry.key(), leastPeriods(entry)));

        // When
        var indicated = Indicators.compute(SampleBars.wave(10), IndicatorSpec.parse(least), 5);

        // Then
        assertThat(indicated.values())
                .filteredOn(values ->
                        !List.of("SMA", "EMA").contains(values.indicator().key()))
                .allMatch(IndicatorValues::sufficientHistory);
    }

    @Test
    void countsVolume_fromTheFirstShownBarOn() {
        // Given
        var series = SampleBars.ofCloses(10, 11, 12, 13, 12, 12, 14);

        // When
        var volume = Indicators.compute(series, new IndicatorSpec(List.of(new Indicator.Obv())), 4)
                .values()
                .getFirst()
                .line(0);

        // Then
        assertThat(volume.name()).isEqualTo("OBV since 2024-01-04");
        assertThat(values(volume)).containsExactly(Double.NaN, Double.NaN, Double.NaN, 1_000_000, 0, 0, 1_000_000);
    }

    /** Worked by hand with an ATR over one bar, so that the ATR is the bar's own true range, and a multiplier of 1. */
    @Test
    void trailsAndFlips_asWorkedByHand() {
        // Given
        var series = SampleBars.ofHighLowClose(new double[][] {
            {11, 9, 10}, // no true range yet
            {12, 10, 11}, // TR 2, median 11: bands 13 and 9, begins down
            {13, 11, 12}, // TR 2, median 12: 14 > 13, the upper band stays at 13; the lower rises to 10
            {16, 12, 15}, // TR 4, median 14: 18 > 13, it stays at 13, and 15 crosses it: up, lower 10
            {16, 15, 16}, // TR 1, median 15.5: lower rises to 14.5
            {16, 13, 14}, // TR 3, median 14.5: 11.5 < 14.5, it stays, and 14 crosses it: down, upper 17.5 > 16.5
            {15, 14, 14.5} // TR 1, median 14.5: upper falls to 15.5
        });

        // When
        var superTrend = Indicators.compute(
                        series, new IndicatorSpec(List.of(new Indicator.SuperTrend(1, BigDecimal.ONE))), 1)
                .values()
                .getFirst();

        // Then
        assertThat(values(superTrend.line(0)))
                .containsExactly(new double[] {Double.NaN, 13, 13, 10, 14.5, 16.5, 15.5}, within(1e-9));
        assertThat(values(superTrend.line(1)))
                .containsExactly(new double[] {Double.NaN, -1, -1, 1, 1, -1, -1}, within(0.0));
    }

    private static IndicatorSpec everything() {
        var bare = new LinkedHashMap<String, Object>();
        IndicatorCatalogue.entries().forEach(entry -> bare.put(entry.key(), Map.of()));
        return IndicatorSpec.parse(bare);
    }

    private static Map<String, Object> leastPeriods(IndicatorCatalogue.Entry entry) {
        return entry.parameters().stream()
                .filter(parameter -> parameter.kind() == IndicatorCatalogue.Kind.PERIOD)
                .collect(Collectors.toMap(IndicatorCatalogue.Parameter::name, IndicatorCatalogue.Parameter::minimum));
    }

    private static double[] values(Line line) {
        var values = new double[line.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = line.at(i);
        }
        return values;
    }
}
