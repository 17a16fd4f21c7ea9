package io.candletrace.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndicatorSpecTest {
    @Test
    void readsEveryIndicator() {
        // Given
        Map<String, ?> json = Map.of(
                "OBV", Map.of(),
                "RSI", Map.of("period", 21),
                "MACD", Map.of("fast", 5, "slow", 35, "signal", 5),
                "SMA", Map.of("periods", List.of(20, 10)),
                "EMA", Map.of("periods", List.of(8)),
                "Bollinger_Bands", Map.of("period", 10, "std", 1.5),
                "ATR", Map.of("period", 7),
                "SuperTrend", Map.of("period", 7, "multiplier", 2.50),
                "ADX", Map.of("period", 10),
                "Stochastic", Map.of("k", 5, "smooth", 1, "d", 2));

        // When
        var spec = IndicatorSpec.parse(json);

        // Then
        assertThat(spec.indicators())
                .containsExactly(
                        new Indicator.Rsi(21),
                        new Indicator.Macd(5, 35, 5),
                        new Indicator.Sma(List.of(20, 10)),
                        new Indicator.Ema(List.of(8)),
                        new Indicator.BollingerBands(10, new BigDecimal("1.5")),
                        new Indicator.Atr(7),
                        new Indicator.SuperTrend(7, new BigDecimal("2.5")),
                        new Indicator.Obv(),
                        new Indicator.Adx(10),
                        new Indicator.Stochastic(5, 1, 2));
    }

    @Test
    void fillsInTheDefaults_andWritesThemDown() {
        // Given
        var bare = new LinkedHashMap<String, Object>();
        IndicatorCatalogue.entries().forEach(entry -> bare.put(entry.key(), Map.of()));

        // When
        var written = IndicatorSpec.parse(bare).toMap();

        // Then
        assertThat(written)
                .hasToString("{RSI={period=14}, MACD={fast=12, slow=26, signal=9}, SMA={periods=[20, 50, 200]},"
                        + " EMA={periods=[20, 50]}, Bollinger_Bands={period=20, std=2}, ATR={period=14},"
                        + " SuperTrend={period=10, multiplier=3}, OBV={}, ADX={period=14},"
                        + " Stochastic={k=14, smooth=3, d=3}}");
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        var spec = IndicatorSpec.parse(Map.of(
                "SuperTrend", Map.of("period", 7, "multiplier", 2.25), "SMA", Map.of("periods", List.of(50, 20))));

        // When
        var readBack = IndicatorSpec.parse(spec.toMap());

        // Then
        assertThat(readBack).isEqualTo(spec);
    }

    @Test
    void takesNumbersThatAStoreMadeDecimals() {
        // Given
        Map<String, ?> json =
                Map.of("RSI", Map.of("period", 14.0), "Bollinger_Bands", Map.of("period", 20L, "std", 2.0));

        // When
        var spec = IndicatorSpec.parse(json);

        // Then
        assertThat(spec.indicators())
                .containsExactly(new Indicator.Rsi(14), new Indicator.BollingerBands(20, BigDecimal.TWO));
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused("unknown indicator", "Ichimoku", Map.of(), "RSI, MACD, SMA", "'Ichimoku'"),
                refused("wrong case", "rsi", Map.of("period", 14), "RSI, MACD, SMA", "'rsi'"),
                refused("unknown parameter", "RSI", Map.of("length", 14), "RSI: expected only period", "'length'"),
                refused("parameter of a bare one", "OBV", Map.of("period", 1), "OBV: expected no parameters", "period"),
                refused("not an object", "RSI", 14, "RSI: expected an object", "found 14"),
                refused("period 0", "RSI", Map.of("period", 0), "RSI.period", "from 2 to 500, found 0"),
                refused("period 1", "RSI", Map.of("period", 1), "RSI.period", "found 1"),
                refused("negative period", "ATR", Map.of("period", -14), "ATR.period", "from 1 to 500, found -14"),
                refused("signal of one bar", "MACD", Map.of("signal", 1), "MACD.signal", "from 2 to 500, found 1"),
                refused("directions of one bar", "ADX", Map.of("period", 1), "ADX.period", "from 2 to 500, found 1"),
                refused("not slowed", "Stochastic", Map.of("smooth", 0), "Stochastic.smooth", "from 1 to 500, found 0"),
                refused("window's name", "Stochastic", Map.of("period", 5), "only k, smooth, d", "'period'"),
                refused("period too long", "SMA", Map.of("periods", List.of(20, 501)), "SMA.periods", "[20, 501]"),
                refused("period in words", "RSI", Map.of("period", "14"), "a whole number", "found '14'"),
                refused("half a bar", "RSI", Map.of("period", 14.5), "a whole number", "found 14.5"),
                refused("not finite", "RSI", Map.of("period", Double.NaN), "RSI.period", "found NaN"),
                refused("null", "RSI", Collections.singletonMap("period", null), "RSI.period", "found null"),
                refused("no periods", "EMA", Map.of("periods", List.of()), "EMA.periods", "found []"),
                refused("one for a list", "EMA", Map.of("periods", 20), "a list of 1 to 6", "found 20"),
                refused("the same twice", "SMA", Map.of("periods", List.of(20, 20.0)), "different", "[20, 20.0]"),
                refused("null in a list", "SMA", Map.of("periods", Arrays.asList(20, null)), "SMA.periods", "null"),
                refused("seven periods", "SMA", Map.of("periods", sevenPeriods()), "1 to 6", "[2, 3, 4, 5, 6, 7, 8]"),
                refused(
                        "fast not below slow",
                        "MACD",
                        Map.of("fast", 26, "slow", 26),
                        "fast below slow",
                        "26 and slow 26"),
                refused("no deviation", "Bollinger_Bands", Map.of("std", 0), "Bollinger_Bands.std", "from 0.1 to 10"),
                refused("too fine", "SuperTrend", Map.of("multiplier", 1.00001), "at most 4 decimals", "1.00001"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refuses_andSaysWhatIsAllowed(String key, Object parameters, String expected, String found) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> IndicatorSpec.parse(Map.of(key, parameters)))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .withMessageContaining(expected)
                .withMessageContaining(found);
    }

    @Test
    void boundsWhatItRepeats() {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> IndicatorSpec.parse(Map.of("x\n".repeat(10_000), Map.of())))
                .satisfies(failure ->
                        assertThat(failure.detail()).hasSizeLessThan(250).doesNotContain("\n"));
    }

    static Stream<Arguments> warmUps() {
        return Stream.of(
                Arguments.argumentSet("none", List.of(), 250),
                Arguments.argumentSet("short ones", List.of(new Indicator.Rsi(14), new Indicator.Obv()), 250),
                Arguments.argumentSet("a long window", List.of(new Indicator.Sma(List.of(20, 400))), 399),
                Arguments.argumentSet("a long recursion", List.of(new Indicator.Ema(List.of(200))), 1000),
                Arguments.argumentSet("averages of a window", List.of(new Indicator.Stochastic(290, 20, 10)), 317),
                Arguments.argumentSet("a recursion on another", List.of(new Indicator.Macd(50, 100, 20)), 600),
                Arguments.argumentSet("a recursion twice", List.of(new Indicator.Adx(100)), 1000));
    }

    @ParameterizedTest
    @MethodSource("warmUps")
    void warmsUp_untilTheSeedIsForgotten(List<Indicator> indicators, int bars) {
        assertThat(new IndicatorSpec(indicators).warmUpBars()).isEqualTo(bars);
    }

    @Test
    void acceptsEveryDefaultOfTheCatalogue() {
        for (var entry : IndicatorCatalogue.entries()) {
            // Given
            var given = new LinkedHashMap<String, Object>();
            entry.parameters().forEach(parameter -> given.put(parameter.name(), parameter.standard()));

            // When
            var written = IndicatorSpec.parse(Map.of(entry.key(), given)).toMap();

            // Then
            assertThat(written).isEqualTo(Map.of(entry.key(), given));
        }
    }

    private static List<Integer> sevenPeriods() {
        return IntStream.rangeClosed(2, 8).boxed().toList();
    }

    private static Arguments refused(String name, String key, Object parameters, String expected, String found) {
        return Arguments.argumentSet(name, key, parameters, expected, found);
    }
}
