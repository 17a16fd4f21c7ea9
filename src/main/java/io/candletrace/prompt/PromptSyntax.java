package io.candletrace.prompt;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.ParameterDeclaration;
import io.quarkus.qute.ParserError;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolvers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a template may be made of, and where it is something else. Lines and columns count from 1; a column is a UTF-16 unit. */
final class PromptSyntax {
    /** A section is evaluated within the one around it, or after the one before: more would exhaust the stack. */
    private static final int MAX_CONDITIONS = 200;

    private static final int MAX_CONDITION_CHARS = 1_000;
    private static final Pattern CONDITION = Pattern.compile("\\{#");
    private static final Pattern LONG_CONDITION = Pattern.compile("\\{#[^}]{" + MAX_CONDITION_CHARS + "}");
    private static final Pattern BRACED = Pattern.compile("\\{(?:#if\\s+!?|\\s*)([a-z_]+)\\s*}");

    private final Engine engine = Engine.builder()
            .addSectionHelper(new IfSectionHelper.Factory())
            .addValueResolver(ValueResolvers.mapResolver())
            .addResultMapper(new PlainNumbers())
            .strictRendering(true)
            .build();

    /**
     * Parses the template of a user message, in which every line break is a line feed from then on.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST}, with the place
     */
    Template parse(String body) {
        // The parser takes the second half of a Windows line break for the first column.
        var text = body.replace("\r\n", "\n");
        try {
            var template = engine.parse(text);
            requireVariablesOnly(text, template);
            requireFewConditions(text);
            return template;
        } catch (TemplateException malformed) {
            throw impossible("body", place(malformed), what(malformed), malformed);
        }
    }

    /** The variables that a template uses, sorted. */
    static List<String> variables(Template template) {
        return template.getExpressions().stream()
                .filter(expression -> !expression.isLiteral())
                .map(expression -> expression.getParts().getFirst().getName())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Sees to it that nobody takes the system text for a template.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST}, with the place
     */
    static void requireNoTemplate(String systemText) {
        BRACED.matcher(systemText)
                .results()
                .filter(found -> PromptVariables.exists(found.group(1)))
                .findFirst()
                .ifPresent(found -> {
                    throw impossible(
                            "system_text",
                            Place.of(systemText, found.start()),
                            "the system text is sent as it is, so the variable '" + found.group(1)
                                    + "' would not be filled in; only the body is a template");
                });
    }

    private static void requireVariablesOnly(String body, Template template) {
        template.getParameterDeclarations().stream().findFirst().ifPresent(declared -> {
            throw impossible("body", start(body, declared), "variables are not declared, only used");
        });
        template.getExpressions().stream()
                .filter(expression -> !expression.isLiteral())
                .forEach(PromptSyntax::requireKnown);
    }

    private static void requireKnown(Expression expression) {
        var place = Place.of(expression.getOrigin());
        var name = expression.getParts().getFirst().getName();
        if (expression.hasNamespace() || expression.getParts().size() != 1) {
            var hint = Character.isDigit(name.charAt(0)) ? "; decimal numbers are written like 1.5d" : "";
            throw impossible(
                    "body", place, "expected a variable, found '" + expression.toOriginalString() + "'" + hint);
        }
        if (!PromptVariables.exists(name)) {
            throw impossible("body", place, "unknown variable '" + name + "'; known are " + PromptVariables.names());
        }
    }

    private static void requireFewConditions(String body) {
        CONDITION.matcher(body).results().skip(MAX_CONDITIONS).findFirst().ifPresent(found -> {
            throw impossible(
                    "body",
                    Place.of(body, found.start()),
                    "expected at most " + MAX_CONDITIONS + " conditions, here is one more");
        });
        LONG_CONDITION.matcher(body).results().findFirst().ifPresent(found -> {
            throw impossible(
                    "body",
                    Place.of(body, found.start()),
                    "expected a condition of at most " + MAX_CONDITION_CHARS + " characters, found a longer one");
        });
    }

    /** The parser knows where a declaration ends. */
    private static Place start(String body, ParameterDeclaration declared) {
        var end = declared.getOrigin();
        var line = body.lines().skip(end.getLine() - 1L).findFirst().orElse("");
        int start = line.lastIndexOf("{@", end.getLineCharacterEnd());
        return start < 0 ? Place.of(end) : new Place(end.getLine(), start + 1);
    }

    private static Place place(TemplateException malformed) {
        var end = malformed.getOrigin();
        if (end == null) {
            return Place.START;
        }
        // The parser is at the end of the tag by then.
        var tag = String.valueOf(malformed.getArguments().getOrDefault("tag", ""));
        var start = end.getLineCharacterStart() - tag.length() + 1;
        return tag.startsWith("{") && start > 0 ? new Place(end.getLine(), start) : Place.of(end);
    }

    private static String what(TemplateException malformed) {
        var tag = malformed.getArguments().get("tag");
        return switch (malformed.getCode()) {
            case ParserError.NO_SECTION_HELPER_FOUND -> "there are no sections but {#if}, found " + tag;
            case ParserError.SECTION_START_NOT_FOUND -> tag + " closes nothing";
            case ParserError.UNTERMINATED_SECTION -> "the text ends and the section {#" + tag + "} is not closed";
            case ParserError.UNTERMINATED_EXPRESSION -> "the text ends and its last tag is not closed";
            case null, default ->
                firstLine(malformed).replaceFirst("^Parser error: ", "").replaceFirst("^$", "does not parse");
        };
    }

    private static String firstLine(Exception cause) {
        return Optional.ofNullable(cause.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("");
    }

    private static ServiceException impossible(String field, Place place, String what) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, field + ", " + place + ": " + what);
    }

    private static ServiceException impossible(String field, Place place, String what, Throwable cause) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, field + ", " + place + ": " + what, cause);
    }

    /** Numbers without exponents. */
    private static final class PlainNumbers implements ResultMapper {
        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return result instanceof BigDecimal;
        }

        @Override
        public String map(Object result, Expression expression) {
            return ((BigDecimal) result).toPlainString();
        }
    }

    /**
     * Where in a text.
     *
     * @param line from 1
     * @param column from 1
     */
    private record Place(int line, int column) {
        static final Place START = new Place(1, 1);

        static Place of(Origin origin) {
            return new Place(origin.getLine(), origin.getLineCharacterStart());
        }

        static Place of(String text, int index) {
            var before = text.substring(0, index);
            int lines =
                    (int) before.chars().filter(character -> character == '\n').count();
            return new Place(lines + 1, index - before.lastIndexOf('\n'));
        }

        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }
}
