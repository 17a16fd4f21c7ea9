package io.candletrace.feed.ibkr;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How Interactive Brokers is asked. Nothing connects before a strategy uses the source. */
@ConfigMapping(prefix = "candletrace.feed.ibkr")
public interface IbkrConfig {
    /** What the Client Portal Web API lies under at its gateway. */
    @WithDefault("https://localhost:5000/v1/api")
    URI baseUrl();

    /**
     * How long one request may take, 1 ms to 2 minutes. The gateway itself gives up after 10 s; a larger value waits longer
     * for a gateway that is stuck.
     */
    @WithDefault("PT15S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 2)
    Duration timeout();

    /** How often a request that failed for the moment is sent again, 0 to 20. More wait longer and ask more. */
    @WithDefault("4")
    @Min(0)
    @Max(20)
    int retries();

    /** For how long after its first failure a request is sent again, zero to 10 minutes. A larger value holds its task longer. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 0)
    @DurationMax(minutes = 10)
    Duration retryFor();

    /** Requests in flight at most, 1 to 5: the vendor refuses a sixth for history. Fewer make many symbols slower. */
    @WithDefault("5")
    @Min(1)
    @Max(5)
    int concurrency();

    /** Requests begun in a second at most, 1 to 10: the vendor locks an address out that sends more. */
    @WithDefault("10")
    @Min(1)
    @Max(10)
    int requestsPerSecond();

    /** How often the session is kept alive while it is used; the vendor ends it after about five silent minutes. */
    @WithDefault("PT60S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 4)
    Duration tickleEvery();

    /**
     * After how long without a request the session is no longer kept alive. A larger value keeps the login occupied for
     * longer; a smaller one lets the next request pay for a look at the session.
     */
    @WithDefault("PT10M")
    Duration idleAfter();

    /** How long a brokerage session that is begun anew is waited for. A larger value lets tasks wait longer before they fail. */
    @WithDefault("PT20S")
    @DurationMax(minutes = 5)
    Duration sessionPatience();

    /** How long a session that was found lost is believed to be lost. A larger value notices a login later. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 0)
    @DurationMax(minutes = 10)
    Duration recheckAfter();

    /** Whether the brokerage session is taken from whoever else is logged in as the same user: TWS, the mobile app. */
    @WithDefault("false")
    boolean compete();

    /** A PEM file with the gateway's certificate, which nobody vouches for. */
    Optional<Path> trustedCertificate();

    /** Whether whoever answers is believed to be the gateway. Not looked at when its certificate is given. */
    @WithDefault("false")
    boolean trustAnyCertificate();

    /** Whether these bars may be exported and sent, as numbers, to models of others: what the vendor's terms allow you. */
    @WithDefault("false")
    boolean redistributable();
}
