package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.testing.ModelSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredPriceTest {
    @Test
    void fallsBack_onThePricesOfInputAndOutput() {
        var price = only(Map.of("price.input", "2.5", "price.output", "10")).price();

        assertThat(price.model()).isEqualTo("vision");
        assertThat(price.serviceTier()).isEqualTo("default");
        assertThat(List.of(price.inputCached(), price.cacheWrite())).containsOnly(new BigDecimal("2.5"));
        assertThat(price.outputReasoning()).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void takesEveryPrice_ofTheTierThatIsAskedFor() {
        var configured = only(Map.of(
                "service-tier", "flex",
                "price.effective-from", "2026-01-01T00:00:00Z",
                "price.input", "1",
                "price.input-cached", "2",
                "price.cache-write", "3",
                "price.output", "4",
                "price.output-reasoning", "5"));

        assertThat(configured)
                .isEqualTo(new ConfiguredPrice(
                        new ModelPrice(
                                "vision",
                                "flex",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                new BigDecimal("1"),
                                new BigDecimal("2"),
                                new BigDecimal("3"),
                                new BigDecimal("4"),
                                new BigDecimal("5")),
                        true));
    }

    @Test
    void isAbsent_whereNothingIsSaid() {
        assertThat(ConfiguredPrice.of(config(Map.of()))).isEmpty();
    }

    @Test
    void saysWhichModelsPriceIsWrong() {
        assertThatThrownBy(() -> only(Map.of("price.input", "0.0000001", "price.output", "1")))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        wrong -> assertThat(wrong.reason()).isEqualTo(FailureReason.MISCONFIGURED))
                .hasMessageContaining("models.\"vision\".price")
                .hasMessageContaining("at most 6 decimals");
    }

    private static ConfiguredPrice only(Map<String, String> settings) {
        var found = ConfiguredPrice.of(config(settings));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static AnalysisConfig config(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("base-url", "https://localhost/v1");
        all.put("model", "gpt");
        return ModelSettings.config(Map.of("vision", all));
    }
}
