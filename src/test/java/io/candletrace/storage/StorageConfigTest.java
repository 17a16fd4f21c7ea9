package io.candletrace.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageConfigTest {
    @Test
    void keepsObjectsInAFolder_whenNothingIsConfigured() {
        // When
        var config = config(Map.of());

        // Then
        assertThat(config.kind()).isEqualTo(StorageConfig.Kind.FILESYSTEM);
        assertThat(config.bucket()).isEqualTo("trading-charts");
        assertThat(config.filesystem().directory()).isEqualTo(Path.of(".candletrace/objects"));
    }

    @Test
    void keepsObjectsBesideTheEmbeddedDatabase() {
        assertThat(config(Map.of("candletrace.embedded.directory", "/data"))
                        .filesystem()
                        .directory())
                .isEqualTo(Path.of("/data/objects"));
    }

    private static StorageConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(StorageConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build()
                .getConfigMapping(StorageConfig.class);
    }
}
