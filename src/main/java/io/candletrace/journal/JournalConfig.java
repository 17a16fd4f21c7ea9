package io.candletrace.journal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** What rows say of where things can be had. */
@ConfigMapping(prefix = "candletrace.journal")
public interface JournalConfig {
    /** How readers reach this service, without a slash at the end. URL columns keep what was true at insert. */
    @WithDefault("http://localhost:${quarkus.http.port}")
    URI serviceUrl();
}
