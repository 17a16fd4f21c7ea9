package io.candletrace.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.pipeline.ReplaySpec.Ask;
import io.candletrace.pipeline.ReplaySpec.Counterfactual;
import io.candletrace.pipeline.ReplaySpec.Resample;
import io.candletrace.testing.Outlines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaySpecTest {
    private static final PromptTemplateId FIRST = new PromptTemplateId(1);
    private static final PromptTemplateId SECOND = new PromptTemplateId(2);
    private static final Map<String, Object> BUY = Map.of("recommendation", "BUY");

    @Test
    void resamples_theSameModelWithTheSamePrompt() {
        assertThat(new Resample(2).asks(Outlines.of("calm", 1, 1, BUY)))
                .containsExactly(new Ask("calm", FIRST, 1), new Ask("calm", FIRST, 2));
    }

    @Test
    void asksOtherModels_butNotWhatWasAsked() {
        var spec = new Counterfactual(List.of("calm", "other"), Optional.empty());

        assertThat(spec.asks(Outlines.of("calm", 1, 1, BUY))).containsExactly(new Ask("other", FIRST, 1));
    }

    @Test
    void asksWithAnotherPrompt_whoeverWasAsked() {
        var spec = new Counterfactual(List.of(), Optional.of(SECOND));

        assertThat(spec.asks(Outlines.of("calm", 1, 1, BUY))).containsExactly(new Ask("calm", SECOND, 1));
        assertThat(spec.asks(Outlines.of("calm", 1, 2, BUY))).isEmpty();
    }

    @Test
    void compares_onlyWhatAnswersAQuestionAboutTheSameChart() {
        var spec = new Counterfactual(List.of("other"), Optional.empty());
        var original = Outlines.of("calm", 1, 1, BUY);

        assertThat(spec.compares(original, Outlines.of("other", 1, 1, BUY))).isTrue();
        assertThat(spec.compares(original, Outlines.of("other", 2, 1, BUY))).isFalse();
        assertThat(spec.compares(original, Outlines.of("other", 1, 2, BUY))).isFalse();
        assertThat(spec.compares(original, Outlines.of("third", 1, 1, BUY))).isFalse();
    }
}
