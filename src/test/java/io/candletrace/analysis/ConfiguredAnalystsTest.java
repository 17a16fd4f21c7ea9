package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.failure.ServiceException;
import io.candletrace.testing.ModelSettings;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfiguredAnalystsTest {
    private static final Map<String, String> SETTINGS =
            Map.of("base-url", "https://models.example/v1", "model", "gpt-4-turbo-preview", "api-key", "sk-secret");

    private final Analyst rules = question -> Uni.createFrom().nothing();
    private final Analyst asked = question -> Uni.createFrom().nothing();

    @Test
    void listsTheBaselineFirst_thenByName() {
        var analysts = analysts(Map.of("zeta", SETTINGS, "alpha", SETTINGS));

        assertThat(analysts.all()).extracting(ModelConfig::name).containsExactly("rules-v1", "alpha", "zeta");
    }

    @Test
    void describesAModel_withoutItsKey() {
        var model = only(SETTINGS);

        assertThat(model.provider()).isEqualTo("models.example");
        assertThat(model.modelName()).isEqualTo("gpt-4-turbo-preview");
        assertThat(model.vision()).isTrue();
        assertThat(model.toString()).doesNotContain("sk-secret");
    }

    @Test
    void fingerprints_whatShapesAnswersAndNothingElse() {
        var plain = only(SETTINGS).sha256();

        assertThat(only(with("api-key", "other")).sha256()).isEqualTo(plain);
        assertThat(only(with("timeout", "5s")).sha256()).isEqualTo(plain);
        assertThat(only(with("temperature", "0")).sha256()).isNotEqualTo(plain);
        assertThat(only(with("vision", "false")).sha256()).isNotEqualTo(plain);
        assertThat(only(with("training-cutoff", "2025-06-01")).sha256()).isNotEqualTo(plain);
        assertThat(only(with("service-tier", "flex")).sha256()).isNotEqualTo(plain);
        assertThat(only(with("response-format", "json_object")).sha256()).isNotEqualTo(plain);
    }

    @Test
    void answersWithWhoServesTheModel() {
        var analysts = analysts(Map.of("mine", SETTINGS));

        assertThat(analysts.analyst(analysts.find("rules-v1").orElseThrow())).isSameAs(rules);
        assertThat(analysts.analyst(analysts.find("mine").orElseThrow())).isSameAs(asked);
    }

    @Test
    void refusesAModelThatTheConfigurationNoLongerNames() {
        var gone = only(SETTINGS);

        assertThatThrownBy(() -> analysts(Map.of()).analyst(gone))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("'mine'");
    }

    @ParameterizedTest
    @MethodSource("misconfigured")
    void refusesAConfiguration(String name, Map<String, String> settings, String why) {
        assertThatThrownBy(() -> analysts(Map.of(name, settings)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("sk-secret");
    }

    static Stream<Arguments> misconfigured() {
        return Stream.of(
                Arguments.argumentSet("the baseline's name", "rules-v1", SETTINGS, "offline baseline"),
                Arguments.argumentSet("the baseline's model", "mine", with("model", "rules-v1"), "offline baseline"),
                Arguments.argumentSet("a name with a slash", "a/b", SETTINGS, "a name is 1 to 64"),
                Arguments.argumentSet("no host", "mine", with("base-url", "models.example/v1"), "http"),
                Arguments.argumentSet("another scheme", "mine", with("base-url", "ftp://models.example"), "http"),
                Arguments.argumentSet(
                        "a key in the address", "mine", with("base-url", "https://u:sk-secret@m.example"), "api-key"),
                Arguments.argumentSet(
                        "a key in the query", "mine", with("base-url", "https://m.example?k=sk-secret"), "api-key"));
    }

    private ModelConfig only(Map<String, String> settings) {
        return analysts(Map.of("mine", settings)).find("mine").orElseThrow();
    }

    private ConfiguredAnalysts analysts(Map<String, Map<String, String>> models) {
        return new ConfiguredAnalysts(ModelSettings.config(models), rules, new OneEndpoint(asked));
    }

    private static Map<String, String> with(String key, String value) {
        var settings = new HashMap<>(SETTINGS);
        settings.put(key, value);
        return settings;
    }

    private record OneEndpoint(Analyst asked) implements Endpoints {
        @Override
        public Analyst analyst(ModelConfig model) {
            return asked;
        }

        @Override
        public Uni<Boolean> reachable(ModelConfig model) {
            return Uni.createFrom().item(true);
        }
    }
}
