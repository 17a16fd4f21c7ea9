package io.candletrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.feed.FeedConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinanceConfigTest {
    @Test
    void needsNothingConfigured() {
        var config = StubbedBinance.config(Map.of());

        assertThat(config.baseUrl()).isEqualTo(URI.create("https://api.binance.com"));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.retryBudget()).isEqualTo(Duration.ofSeconds(90));
        assertThat(config.weightPerMinute()).isEqualTo(4_800);
        assertThat(config.redistributable()).isTrue();
    }

    @Test
    void standsBesideTheFeedsOwnConfiguration() {
        var properties = Map.of("candletrace.feed.source", "binance", "candletrace.feed.binance.retries", "7");

        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(FeedConfig.class)
                .withMapping(BinanceConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build();

        assertThat(config.getConfigMapping(BinanceConfig.class).retries()).isEqualTo(7);
        assertThat(config.getConfigMapping(FeedConfig.class).source()).isEqualTo(FeedConfig.Source.BINANCE);
    }
}
