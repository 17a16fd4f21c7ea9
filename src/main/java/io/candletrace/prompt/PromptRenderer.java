package io.candletrace.prompt;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Fills templates. A template is text with {@code {variable}} and {@code {#if}} sections and nothing else: no members, method
 * calls, namespaces, loops or includes, so that it can neither read what it was not given nor run longer than it is long.
 */
@ApplicationScoped
public class PromptRenderer {
    private static final int MAX_TEMPLATE_CHARS = 32_768;
    private static final int MAX_PROMPT_CHARS = 131_072;

    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapResolver())
            .strictRendering(true)
            .build();

    /**
     * Whether a template can be filled; checked when it is created and again when it is used.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when it is too long, does not parse or uses an unknown variable;
     *     the detail names it
     */
    public void validate(PromptTemplate template) {
        requireLength(template, template.systemText());
        requireLength(template, template.body());
        parse(template);
    }

    /**
     * Fills a template. The same template and facts give the same prompt.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} as {@link #validate} does, and when the prompt would be longer than
     *     131,072 characters
     */
    public RenderedPrompt render(Recorded<PromptTemplateId, PromptTemplate> template, PromptFacts facts) {
        validate(template.value());
        var text = fill(template.value(), PromptVariables.of(facts));
        return new RenderedPrompt(template.id(), template.value().systemText().strip(), text.strip());
    }

    private Template parse(PromptTemplate template) {
        try {
            var parsed = engine.parse(template.body());
            parsed.getExpressions().forEach(expression -> requireKnown(template, expression));
            return parsed;
        } catch (TemplateException malformed) {
            throw impossible(template, "does not parse: " + firstLine(malformed), malformed);
        }
    }

    private String fill(PromptTemplate template, Map<String, Object> variables) {
        var prompt = new StringBuilder();
        try {
            // Every value is at hand, so the stage is complete when it is returned.
            parse(template)
                    .instance()
                    .data(variables)
                    .consume(part -> append(template, prompt, part))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException unfillable) {
            throw unfilled(template, unfillable);
        }
        return prompt.toString();
    }

    private static ServiceException unfilled(PromptTemplate template, CompletionException unfillable) {
        if (unfillable.getCause() instanceof ServiceException tooLong) {
            return tooLong;
        }
        // Nothing else is left once a template was validated: Qute nests calls as deep as sections, and reports the
        // overflow.
        return impossible(template, "cannot be filled: its sections are nested too deeply", unfillable);
    }

    private static void append(PromptTemplate template, StringBuilder prompt, String part) {
        if (prompt.length() + part.length() > MAX_PROMPT_CHARS) {
            throw impossible(template, "gives a prompt longer than " + MAX_PROMPT_CHARS + " characters");
        }
        prompt.append(part);
    }

    private static void requireKnown(PromptTemplate template, Expression expression) {
        if (expression.isLiteral()) {
            return;
        }
        if (expression.hasNamespace() || expression.getParts().size() != 1) {
            throw impossible(template, "may only use variables, used '" + expression.toOriginalString() + "'");
        }
        var name = expression.getParts().getFirst().getName();
        if (!PromptVariables.NAMES.contains(name)) {
            var known = PromptVariables.NAMES.stream().sorted().collect(Collectors.joining(", "));
            throw impossible(template, "uses the unknown variable '" + name + "'; there are " + known);
        }
    }

    private static void requireLength(PromptTemplate template, String text) {
        if (text.isBlank() || text.length() > MAX_TEMPLATE_CHARS) {
            throw impossible(
                    template,
                    "needs system text and body of 1 to " + MAX_TEMPLATE_CHARS + " characters, one has "
                            + text.length());
        }
    }

    private static ServiceException impossible(PromptTemplate template, String what) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, about(template) + what);
    }

    private static ServiceException impossible(PromptTemplate template, String what, Throwable cause) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, about(template) + what, cause);
    }

    private static String about(PromptTemplate template) {
        return "prompt '" + template.name() + "' version " + template.version() + " ";
    }

    private static String firstLine(Exception cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
