package io.candletrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The subset that strict endpoints accept: <a href="https://platform.openai.com/docs/guides/structured-outputs">OpenAI</a>. */
class VerdictSchemaTest {
    @Test
    void requiresEveryField_andForbidsOthers_atEveryDepth() {
        assertThat(objects(VerdictSchema.schema())).hasSize(2).allSatisfy(object -> {
            assertThat(object).containsEntry("additionalProperties", false);
            assertThat(object.get("properties"))
                    .asInstanceOf(MAP)
                    .extracting(properties -> List.copyOf(properties.keySet()))
                    .isEqualTo(object.get("required"));
        });
    }

    @Test
    void asksForWhatIsSeen_beforeWhatIsConcluded() {
        assertThat((List<Object>) VerdictSchema.schema().get("required"))
                .containsSubsequence(
                        "readings", "key_patterns", "reasoning", "recommendation", "confidence", "r_multiple");
    }

    @Test
    void readsTheSame_everyTime() {
        assertThat(VerdictSchema.text())
                .isEqualTo(VerdictSchema.text())
                .contains(
                        "\"readings\":{\"items\":{\"additionalProperties\":false,\"properties\":{\"indicator\":{\"type\":"
                                + "\"string\"},\"value\":{\"type\":\"number\"}},\"required\":[\"indicator\",\"value\"],"
                                + "\"type\":\"object\"},\"type\":\"array\"}")
                .contains("\"r_multiple\":{\"type\":[\"number\",\"null\"]}");
    }

    private static List<Map<String, Object>> objects(Object schema) {
        var objects = new ArrayList<Map<String, Object>>();
        if (schema instanceof Map<?, ?> map) {
            if ("object".equals(map.get("type"))) {
                objects.add((Map<String, Object>) map);
            }
            map.values().forEach(value -> objects.addAll(objects(value)));
        }
        return objects;
    }
}
