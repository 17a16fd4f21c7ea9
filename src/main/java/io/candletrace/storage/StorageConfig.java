package io.candletrace.storage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where charts and snapshots are put away. */
@ConfigMapping(prefix = "candletrace.storage")
public interface StorageConfig {
    /** The stores there are. */
    enum Kind {
        /** A folder of this machine. */
        FILESYSTEM,
        /** Any S3 endpoint; its address and credentials are {@code quarkus.minio.host}, {@code access-key}, {@code secret-key}. */
        S3
    }

    /** Which store is used. */
    @WithDefault("filesystem")
    Kind kind();

    /** The bucket; created when it is absent. For a folder, only the name that rows show. */
    @WithDefault("trading-charts")
    @Pattern(regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
    String bucket();

    /** Where the stored objects can be fetched by others; without it links lead to the service itself. */
    Optional<URI> publicUrl();

    /** About the folder. */
    Filesystem filesystem();

    /** About the endpoint. */
    S3 s3();

    /** About the folder. */
    interface Filesystem {
        /** The folder that keys are paths in; created when it is absent. */
        @WithDefault("${candletrace.embedded.directory:.candletrace}/objects")
        Path directory();
    }

    /** About the endpoint. */
    interface S3 {
        /** How long one connection may take to open. Longer hides an endpoint that is down for longer. */
        @WithDefault("PT5S")
        Duration connectTimeout();

        /** How long one request may take in all. Longer keeps a task waiting for longer. */
        @WithDefault("PT30S")
        Duration requestTimeout();

        /** How often a request that failed on the way or at the endpoint is sent again, 0 to 10. */
        @WithDefault("3")
        @Min(0)
        @Max(10)
        int retries();

        /** How many requests may be under way at once, 1 to 1000. More need as many connections. */
        @WithDefault("64")
        @Min(1)
        @Max(1000)
        int concurrency();
    }
}
