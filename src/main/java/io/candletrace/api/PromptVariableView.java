package io.candletrace.api;

import io.candletrace.prompt.PromptVariable;
import io.candletrace.prompt.PromptVariables;
import java.util.List;
import java.util.Locale;

/**
 * A variable of prompts.
 *
 * @param type {@code text number flag}
 * @param shape its unit or how it looks; may be empty
 * @param example a text, a number or a boolean
 */
record PromptVariableView(String name, String type, String meaning, String shape, Object example) {

    static List<PromptVariableView> all() {
        return PromptVariables.all().stream().map(PromptVariableView::of).toList();
    }

    private static PromptVariableView of(PromptVariable variable) {
        return new PromptVariableView(
                variable.name(),
                variable.type().name().toLowerCase(Locale.ROOT),
                variable.meaning(),
                variable.shape(),
                variable.example());
    }
}
