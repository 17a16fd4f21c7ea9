package io.candletrace.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The templates that come along, one a kind of chart, in English, as this release has them. */
@ApplicationScoped
public class DefaultPrompts {
    private static final List<String> NAMES = List.of("daily", "weekly", "monthly", "intraday");

    /**
     * {@code daily}, {@code weekly}, {@code monthly} and {@code intraday}: the names of {@code charts.chart_type}. Where an
     * earlier release had another text, theirs is not the first version that is kept.
     */
    public List<PromptTemplate> all() {
        return NAMES.stream().map(PromptKey::of).map(DefaultPrompts::template).toList();
    }

    private static PromptTemplate template(PromptKey key) {
        return PromptTemplate.of(key, 1, new PromptText(text(key, "system"), text(key, "body")));
    }

    private static String text(PromptKey key, String part) {
        var path = "/prompts/" + key.language() + "/" + key.name() + "." + part + ".txt";
        try (var resource = DefaultPrompts.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + path + " belongs to the service and is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
