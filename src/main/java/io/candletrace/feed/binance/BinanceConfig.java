package io.candletrace.feed.binance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How Binance's public market data is asked for. There is no key: what may be asked is counted by address. */
@ConfigMapping(prefix = "candletrace.feed.binance")
public interface BinanceConfig {
    /**
     * Where {@code /api/v3} lies under, http or https. {@code https://data-api.binance.vision} has the same market data and
     * nothing else.
     */
    @WithDefault("https://api.binance.com")
    URI baseUrl();

    /**
     * How long one request may take from its first byte sent to its last byte received, 100 ms to 2 min. A larger value
     * notices a dead connection later.
     */
    @WithDefault("10s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 2)
    Duration timeout();

    /**
     * How often a request is sent again after 408, 429, 5xx, a lost connection, a timeout or an answer that is not the JSON
     * expected, 0 to 20. Each counts against the vendor's limit.
     */
    @WithDefault("4")
    @Min(0)
    @Max(20)
    int retries();

    /**
     * How long one page of bars may take, its retries and every pause before them included; 100 ms to 30 min. Below a minute a
     * limit that is used up fails the task instead of making it wait; a larger value keeps a task waiting for a dead endpoint.
     */
    @WithDefault("90s")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 30)
    Duration retryBudget();

    /** How many requests are under way at the same time, 1 to 50; more wait in line. */
    @WithDefault("4")
    @Min(1)
    @Max(50)
    int concurrency();

    /**
     * The request weight a minute beyond which nothing is sent until the minute turns; 20 to 100,000. A page of bars weighs 2,
     * a pair's description 20. The vendor allows an address 6,000, of everything that runs there, and bans it for minutes to
     * days when it goes on beyond that.
     */
    @WithDefault("4800")
    @Min(20)
    @Max(100_000)
    int weightPerMinute();

    /** Whether its bars may be exported and shown, as numbers, to models of others; the vendor's terms decide. */
    @WithDefault("true")
    boolean redistributable();
}
