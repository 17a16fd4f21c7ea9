package io.candletrace.storage.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.quarkiverse.minio.client.MiniosConfiguration;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3EndpointTest {
    private static final Map<String, String> COMPLETE =
            Map.of("host", "http://s3:9000", "access-key", "key", "secret-key", "secret");

    @ParameterizedTest
    @CsvSource({
        "http://s3:9000,   ,     ,      http://s3:9000",
        "s3.example.org,   ,     ,      https://s3.example.org",
        "s3.example.org,   9000, false, http://s3.example.org:9000"
    })
    void readsItsAddress(String host, String port, String secure, String expected) {
        // Given
        var properties = new HashMap<>(COMPLETE);
        properties.put("host", host);
        if (port != null) {
            properties.put("port", port);
            properties.put("secure", secure);
        }

        // When
        var endpoint = S3Endpoint.of(configuration(properties));

        // Then
        assertThat(endpoint.url()).isEqualTo(expected);
        assertThat(endpoint.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "access-key", "secret-key"})
    void saysWhichKeyIsMissing(String key) {
        // Given
        var properties = new HashMap<>(COMPLETE);
        properties.remove(key);

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> S3Endpoint.of(configuration(properties)));

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.MISCONFIGURED);
        assertThat(failure.detail())
                .isEqualTo("candletrace.storage.kind=s3 needs quarkus.minio." + key + ", which is not set");
    }

    @Test
    void saysThatTheAddressIsMissing_whenNothingIsConfigured() {
        assertThat(catchThrowableOfType(ServiceException.class, () -> S3Endpoint.of(configuration(Map.of())))
                        .detail())
                .contains("quarkus.minio.host");
    }

    private static MiniosConfiguration configuration(Map<String, String> properties) {
        var prefixed = new HashMap<String, String>();
        properties.forEach((key, value) -> prefixed.put("quarkus.minio." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(MiniosConfiguration.class)
                .withSources(new PropertiesConfigSource(prefixed, "test", 100))
                .build()
                .getConfigMapping(MiniosConfiguration.class);
    }
}
