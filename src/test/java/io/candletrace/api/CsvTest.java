package io.candletrace.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    private static final ObjectMapper JSON = json();

    private final Csv<View> csv = new Csv<>(JSON, View.class);

    @Test
    void writesTheHeader_whenThereIsNothing() {
        assertThat(csv.write(List.of())).isEqualTo("price_low,some_text,tags\r\n");
    }

    @Test
    void writes_numbersPlainAndNestedJsonAsText() {
        var view = new View(new Prices(Optional.of(new BigDecimal("-1E-7"))), "a", Map.of("k", List.of(1, 2)));

        assertThat(csv.write(List.of(view)).lines().skip(1)).containsExactly("-0.0000001,a,\"{\"\"k\"\":[1,2]}\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "plain|plain",
                "a,b|\"a,b\"",
                "=a,b|\"'=a,b\""
            },
            quoteCharacter = '`')
    void disarms_formulas(String text, String cell) {
        var view = new View(new Prices(Optional.empty()), text, Map.of());

        assertThat(csv.write(List.of(view)).lines().skip(1)).containsExactly("," + cell + ",{}");
    }

    private static ObjectMapper json() {
        var mapper = new ObjectMapper()
                .registerModule(new Jdk8Module())
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        new JsonRules().customize(mapper);
        return mapper;
    }

    record View(@JsonUnwrapped Prices prices, String someText, Map<String, Object> tags) {}

    record Prices(Optional<BigDecimal> priceLow) {}
}
