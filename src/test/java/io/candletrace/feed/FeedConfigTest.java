package io.candletrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.market.TradingCalendars;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedConfigTest {
    @Test
    void makesBarsUp_whenNothingIsConfigured() {
        // When
        var config = config(Map.of());

        // Then
        assertThat(config.source()).isEqualTo(FeedConfig.Source.SYNTHETIC);
        assertThat(config.calendar()).isEqualTo(TradingCalendars.XNYS);
        assertThat(config.calendars()).isEmpty();
        assertThat(config.csv().directory()).isEmpty();
    }

    @Test
    void readsTheCalendarsOfSymbols() {
        // When
        var config = config(
                Map.of("candletrace.feed.calendars.BTC-USD", "24/7", "candletrace.feed.calendars.\"BRK.B\"", "XNYS"));

        // Then
        assertThat(config.calendars())
                .isEqualTo(Map.of("BTC-USD", TradingCalendars.ALWAYS_OPEN, "BRK.B", TradingCalendars.XNYS));
    }

    @Test
    void saysWhichCalendarsThereAre_whenOneIsUnknown() {
        assertThatThrownBy(() -> config(Map.of("candletrace.feed.calendar", "XLON")))
                .hasStackTraceContaining("a calendar is one of XNYS, 24/7, was 'XLON'");
    }

    private static FeedConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(FeedConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(FeedConfig.class);
    }
}
