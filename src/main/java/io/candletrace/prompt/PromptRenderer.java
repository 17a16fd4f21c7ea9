package io.candletrace.prompt;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Fills templates. A template is text with {@code {variable}} and {@code {#if}} sections and nothing else: no members, method
 * calls, namespaces, loops or includes, so that it can neither read what it was not given nor run longer than it is long.
 */
@ApplicationScoped
public class PromptRenderer {
    private static final int MAX_TEMPLATE_CHARS = 32_768;
    private static final int MAX_PROMPT_CHARS = 131_072;

    private final PromptSyntax syntax = new PromptSyntax();

    /**
     * Whether a text can be filled; checked when a version is made, and its body again when it is used.
     *
     * @return the names of the variables that the body uses, sorted
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when it is too long, does not parse, uses an unknown variable or compares
     *     what cannot be compared, or when the system text has a variable; the detail names it and its line and column
     */
    public List<String> validate(PromptText text) {
        requireLength("system_text", text.systemText());
        requireLength("body", text.body());
        PromptSyntax.requireNoTemplate(text.systemText());
        var template = syntax.parse(text.body());
        fill(template, PromptVariables.examples(true));
        fill(template, PromptVariables.examples(false));
        return PromptSyntax.variables(template);
    }

    /**
     * Fills a template. The same template and facts give the same prompt.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} as {@link #validate} does of the body, and when the prompt would be
     *     longer than 131,072 characters
     */
    public RenderedPrompt render(Recorded<PromptTemplateId, PromptTemplate> template, PromptFacts facts) {
        var given = template.value();
        try {
            var text = fill(syntax.parse(given.body()), PromptVariables.of(facts));
            return RenderedPrompt.of(template, text.strip());
        } catch (ServiceException failure) {
            throw new ServiceException(
                    failure.reason(),
                    "prompt " + given.key() + " version " + given.version() + ": " + failure.detail(),
                    failure);
        }
    }

    private static String fill(Template template, Map<String, Object> variables) {
        var prompt = new StringBuilder();
        try {
            // Every value is at hand, so the stage is complete when it is returned.
            template.instance()
                    .data(variables)
                    .consume(part -> append(prompt, part))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException unfillable) {
            throw unfilled(unfillable);
        }
        return prompt.toString();
    }

    private static ServiceException unfilled(CompletionException unfillable) {
        if (unfillable.getCause() instanceof ServiceException tooLong) {
            return tooLong;
        }
        // Nothing else is left once a template was parsed: Qute finds it out when it compares.
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST,
                "body: a condition compares by size what is no number: " + unfillable.getMessage(),
                unfillable);
    }

    private static void append(StringBuilder prompt, String part) {
        if (prompt.length() + part.length() > MAX_PROMPT_CHARS) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "body: the prompt would be longer than " + MAX_PROMPT_CHARS + " characters");
        }
        prompt.append(part);
    }

    private static void requireLength(String field, String text) {
        if (text.isBlank() || text.length() > MAX_TEMPLATE_CHARS) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    field + ": expected 1 to " + MAX_TEMPLATE_CHARS + " characters that are not all blank, found "
                            + text.length());
        }
    }
}
