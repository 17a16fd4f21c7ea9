package io.candletrace.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({"189.45000000, 189.45", "180, 180.00", "1E+2, 100.00", "0.00001234, 0.00001234"})
    void writesPrices_withTwoDecimalsOrAllOfThem(BigDecimal price, String text) {
        assertThat(Words.price(price)).isEqualTo(text);
    }

    @Test
    void tells_noPriceFromACostOfNothing() {
        assertThat(Words.cost(Optional.empty())).isEqualTo("unknown");
        assertThat(Words.cost(Optional.of(new BigDecimal("0.000")))).isEqualTo("$0");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "999, 999 ms", "1000, 1.00 s", "61234, 61.23 s"})
    void writes_durations(long millis, String text) {
        assertThat(Words.millis(millis)).isEqualTo(text);
    }

    @Test
    void writes_timesInUtc() {
        assertThat(Words.time(Instant.parse("2025-10-29T20:00:00Z"))).isEqualTo("2025-10-29 20:00 UTC");
    }

    @Test
    void writesAShare_inPercent() {
        assertThat(Words.percent(Optional.of(new BigDecimal("0.7750")))).isEqualTo("78 %");
        assertThat(Words.percent(Optional.empty())).isEqualTo("–");
    }
}
