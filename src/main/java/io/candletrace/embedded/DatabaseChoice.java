package io.candletrace.embedded;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Which database the service runs on: the one it was given, or one that it brings along. */
public sealed interface DatabaseChoice {
    /** The URLs that Quarkus needs, both of one database. */
    List<String> URLS = List.of("quarkus.datasource.jdbc.url", "quarkus.datasource.reactive.url");

    /** The database and the store that the configuration names. */
    record Configured() implements DatabaseChoice {}

    /**
     * A database of our own.
     *
     * @param directory where it is kept
     */
    record Embedded(Path directory) implements DatabaseChoice {}

    /**
     * Decides by the configuration. Fails with {@code MISCONFIGURED} when it names only half of what a deployment needs, or
     * nothing where nothing can be brought along.
     */
    static DatabaseChoice of(Config config) {
        var missing = URLS.stream().filter(url -> !isSet(config, url)).toList();
        var shared = text(config, "candletrace.storage.kind").orElse("").equalsIgnoreCase("s3");
        if (missing.isEmpty() && shared) {
            return new Configured();
        }
        if (missing.isEmpty()) {
            throw refusal("a database is configured but no store: set candletrace.storage.kind=s3,"
                    + " or unset quarkus.datasource.* to run embedded");
        }
        if (missing.size() < URLS.size()) {
            throw refusal(missing.getFirst() + " is missing: both " + String.join(" and ", URLS) + " are needed");
        }
        if (shared) {
            throw refusal("candletrace.storage.kind is s3 but no database is configured: set "
                    + String.join(" and ", URLS) + ", or unset the kind to run embedded");
        }
        return embedded(config);
    }

    private static DatabaseChoice embedded(Config config) {
        var pod = isSet(config, "KUBERNETES_SERVICE_HOST");
        if (config.getOptionalValue("candletrace.embedded.enabled", Boolean.class)
                .orElse(!pod)) {
            return new Embedded(config.getOptionalValue("candletrace.embedded.directory", Path.class)
                    .orElse(Path.of(".candletrace")));
        }
        throw refusal("no database is configured and none is brought along "
                + (pod ? "in a Kubernetes pod" : "with candletrace.embedded.enabled=false") + ": set "
                + String.join(", ", URLS) + " and candletrace.storage.kind=s3");
    }

    private static boolean isSet(Config config, String name) {
        return text(config, name).isPresent();
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
    }

    private static ServiceException refusal(String detail) {
        return new ServiceException(FailureReason.MISCONFIGURED, detail);
    }
}
