package io.candletrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseChoiceTest {
    private static final String JDBC = "quarkus.datasource.jdbc.url";
    private static final String REACTIVE = "quarkus.datasource.reactive.url";
    private static final String KIND = "candletrace.storage.kind";
    private static final String ENABLED = "candletrace.embedded.enabled";
    private static final String POD = "KUBERNETES_SERVICE_HOST";

    static Stream<Arguments> embedded() {
        return Stream.of(
                Arguments.argumentSet("nothing configured", Map.of()),
                Arguments.argumentSet("the store named that comes along", Map.of(KIND, "filesystem")),
                Arguments.argumentSet("the URLs left blank", Map.of(JDBC, " ", REACTIVE, "")),
                Arguments.argumentSet("asked for in a pod", Map.of(POD, "10.0.0.1", ENABLED, "true")));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.argumentSet(
                        "a database without a store",
                        Map.of(JDBC, "jdbc:postgresql://db/x", REACTIVE, "postgresql://db/x"),
                        "set candletrace.storage.kind=s3"),
                Arguments.argumentSet(
                        "a store without a database", Map.of(KIND, "s3"), "set " + JDBC + " and " + REACTIVE),
                Arguments.argumentSet(
                        "no reactive URL",
                        Map.of(JDBC, "jdbc:postgresql://db/x", KIND, "s3"),
                        REACTIVE + " is missing"),
                Arguments.argumentSet(
                        "no JDBC URL", Map.of(REACTIVE, "postgresql://db/x", KIND, "s3"), JDBC + " is missing"),
                Arguments.argumentSet("switched off", Map.of(ENABLED, "false"), "candletrace.embedded.enabled=false"),
                Arguments.argumentSet("a pod", Map.of(POD, "10.0.0.1"), "in a Kubernetes pod"));
    }

    @ParameterizedTest
    @MethodSource("embedded")
    void bringsADatabaseAlong_when(Map<String, String> settings) {
        assertThat(DatabaseChoice.of(config(settings))).isEqualTo(new DatabaseChoice.Embedded(Path.of(".candletrace")));
    }

    @Test
    void keepsItWhereToldTo() {
        var config = config(Map.of("candletrace.embedded.directory", "/srv/candles"));
        assertThat(DatabaseChoice.of(config)).isEqualTo(new DatabaseChoice.Embedded(Path.of("/srv/candles")));
    }

    @Test
    void takesTheConfiguredDatabase_whenTheStoreIsSharedToo() {
        var config = config(Map.of(JDBC, "jdbc:postgresql://db/x", REACTIVE, "postgresql://db/x", KIND, "S3"));
        assertThat(DatabaseChoice.of(config)).isEqualTo(new DatabaseChoice.Configured());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Map<String, String> settings, String advice) {
        var config = config(settings);
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> DatabaseChoice.of(config))
                .withMessageContaining(advice)
                .satisfies(refusal -> assertThat(refusal.detail()).hasLineCount(1))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.MISCONFIGURED));
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
