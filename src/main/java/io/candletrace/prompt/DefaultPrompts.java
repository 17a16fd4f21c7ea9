package io.candletrace.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The templates that come along, one a kind of chart, in English, version 1. */
@ApplicationScoped
public class DefaultPrompts {
    private static final String LANGUAGE = "en";
    private static final List<String> NAMES = List.of("daily", "weekly", "monthly", "intraday");

    /** {@code daily}, {@code weekly}, {@code monthly} and {@code intraday}: the names of {@code charts.chart_type}. */
    public List<PromptTemplate> all() {
        return NAMES.stream().map(DefaultPrompts::template).toList();
    }

    private static PromptTemplate template(String name) {
        return new PromptTemplate(name, 1, LANGUAGE, text(name + ".system.txt"), text(name + ".body.txt"));
    }

    private static String text(String file) {
        var path = "/prompts/" + LANGUAGE + "/" + file;
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
