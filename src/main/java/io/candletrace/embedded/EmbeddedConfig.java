package io.candletrace.embedded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where and whether the service brings its own database. */
@ConfigMapping(prefix = "candletrace.embedded")
public interface EmbeddedConfig {
    /** The folder of everything that is kept: database and objects. Relative to where the service was started. */
    @WithDefault(".candletrace")
    Path directory();

    /**
     * Whether a database may be started when none is configured. By default it may, but not in a Kubernetes pod, whose disk
     * goes with it; the container images say {@code false}.
     */
    Optional<Boolean> enabled();
}
