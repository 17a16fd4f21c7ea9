package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonFingerprintTest {
    @Test
    void hashesAlike_whateverTheSpelling() {
        var sent = JsonFingerprint.of("{\"temperature\": 0.70, \"model\": \"m\", \"seed\": 7}");

        assertThat(JsonFingerprint.of("{\"seed\":7,\"model\":\"\\u006d\",\"temperature\":7e-1}"))
                .isEqualTo(sent);
        assertThat(JsonFingerprint.of(Map.of("seed", 7, "model", "m", "temperature", 0.7)))
                .isEqualTo(sent);
    }

    @Test
    void hashesOtherwise_whateverIsChanged() {
        assertThat(JsonFingerprint.of("{\"seed\":7}")).isNotEqualTo(JsonFingerprint.of("{\"seed\":\"7\"}"));
        assertThat(JsonFingerprint.of("[1,2]")).isNotEqualTo(JsonFingerprint.of("[2,1]"));
    }

    @Test
    void takesANumberBeyondAllDoubles_asItComesBackFromAColumn() {
        assertThat(JsonFingerprint.of("{\"tokens\": 1e400}"))
                .isEqualTo(JsonFingerprint.of(Map.of("tokens", "Infinity")));
    }

    @Test
    void refuses_whatIsNoJson() {
        assertThatThrownBy(() -> JsonFingerprint.of("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
