package io.candletrace.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriceDecimalsTest {
    @ParameterizedTest
    @MethodSource("prices")
    void showsATicksDecimals_andFourDigitsBelowOne(String tick, String price, int decimals) {
        assertThat(PriceDecimals.of(new BigDecimal(tick), new BigDecimal(price)))
                .isEqualTo(decimals);
    }

    private static Stream<Arguments> prices() {
        return Stream.of(
                argumentSet("cents", "0.01", "396.33", 2),
                argumentSet("cents, round price", "0.01", "400", 2),
                argumentSet("quarter ticks", "0.25", "5012.25", 2),
                argumentSet("whole ticks", "5", "40125", 0),
                argumentSet("a penny stock in cents", "0.01", "0.5", 4),
                argumentSet("a tiny price", "0.00000001", "0.00001234", 8),
                argumentSet("a tiny price in cents", "0.01", "0.0001234", 7));
    }
}
