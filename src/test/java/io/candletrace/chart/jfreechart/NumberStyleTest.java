package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NumberStyleTest {
    @ParameterizedTest
    @MethodSource("figures")
    void writes(NumberStyle style, double value, String text) {
        assertThat(style.text(value)).isEqualTo(text);
    }

    private static Stream<Arguments> figures() {
        return Stream.of(
                argumentSet("grouped price", NumberStyle.decimals(2), 12345.678, "12,345.68"),
                argumentSet("no negative zero", NumberStyle.decimals(3), -0.0001, "0.000"),
                argumentSet("millions", NumberStyle.compact(), 90_673_494, "90.67M"),
                argumentSet("just below a million", NumberStyle.compact(), 999_999, "1.00M"),
                argumentSet("small volume", NumberStyle.compact(), 0.0123, "0.0123"),
                argumentSet("whole volume", NumberStyle.compact(), 640, "640"),
                argumentSet("negative", NumberStyle.compact(), -1_500_000_000, "-1.50B"),
                argumentSet("round millions", NumberStyle.brief(), 50_000_000, "50M"),
                argumentSet("narrow range", NumberStyle.brief(), 4_123_450_000.0, "4.12345B"),
                argumentSet("tiny step", NumberStyle.brief(), 5e-7, "0.0000005"),
                argumentSet("zero", NumberStyle.brief(), 0, "0"));
    }
}
