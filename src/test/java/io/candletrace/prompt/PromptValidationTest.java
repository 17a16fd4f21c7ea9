package io.candletrace.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptValidationTest {
    private static final String SYSTEM = "You read charts.";

    private final PromptRenderer renderer = new PromptRenderer();

    @Test
    void namesTheVariablesThatAreUsed_eachOnce() {
        var body = "{symbol}{#if synthetic && bar_count > 9}{timeframe}{#else}{symbol}{/if}";

        assertThat(renderer.validate(new PromptText(SYSTEM, body)))
                .containsExactly("bar_count", "symbol", "synthetic", "timeframe");
    }

    @Test
    void knowsEveryVariableThatIsExplained() {
        var body = PromptVariables.all().stream()
                .map(variable -> "{" + variable.name() + "}")
                .collect(Collectors.joining("\n"));

        assertThat(renderer.validate(new PromptText(SYSTEM, body)))
                .hasSameSizeAs(PromptVariables.all())
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symbol\": \"X\"}",
                "{ symbol }",
                "a { b } c",
                "{}",
                "\\{symbl}",
                "{|raw {symbl}|}",
                "{! note !}x"
            })
    void takesOtherBraces_asText(String body) {
        assertThat(renderer.validate(new PromptText(SYSTEM, body))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refusesABody(String body, String told) {
        assertRefused(new PromptText(SYSTEM, body), told);
    }

    static Stream<Arguments> refusesABody() {
        return Stream.of(
                argumentSet("unknown variable", "{symbl}", "body, line 1, column 1: unknown variable 'symbl'"),
                argumentSet("on a later line", "a\n\r\n  b {symbl}", "line 3, column 5: unknown variable 'symbl'"),
                argumentSet("in a condition", "\n {#if wet}x{/if}", "line 2, column 2: unknown variable 'wet'"),
                argumentSet(
                        "in the branch not taken", "{#if synthetic}{wet}{/if}", "column 16: unknown variable 'wet'"),
                argumentSet(
                        "member", "{symbol.class.name}", "column 1: expected a variable, found 'symbol.class.name'"),
                argumentSet("method", "{symbol.repeat(9999)}", "found 'symbol.repeat(9999)'"),
                argumentSet(
                        "a decimal",
                        "{#if last_close > 1.5}x{/if}",
                        "found '1.5'; decimal numbers are written like 1.5d"),
                argumentSet("two words", "{symbol timeframe}", "expected a variable"),
                argumentSet("bean", "{inject:config.password}", "found 'inject:config.password'"),
                argumentSet("configuration", "{config:['quarkus.datasource.password']}", "config:"),
                argumentSet("declaration", "x{@String symbol}", "column 2: variables are not declared"),
                argumentSet(
                        "loop",
                        "x\n{#for i in 9}x{/for}",
                        "line 2, column 1: there are no sections but {#if}, found {#for i in 9}"),
                argumentSet("include", "ab{#include base}{/include}", "column 3: there are no sections but {#if}"),
                argumentSet("let", "{#let a=1}{a}{/let}", "{#let a=1}"),
                argumentSet("no condition", "{#if}x{/if}", "column 1: mandatory section parameters"),
                argumentSet(
                        "not closed", "a\n{#if synthetic}x", "line 2, column 17: the text ends and the section {#if}"),
                argumentSet("tag not closed", "a {symbol", "line 1, column 10: the text ends and its last tag"),
                argumentSet("nothing to close", "abc{/if}", "column 4: {/if} closes nothing"),
                argumentSet("another's end", "{#if synthetic}\n{/for}", "line 2"),
                argumentSet("a text by size", "{#if symbol > 5}x{/if}", "compares by size what is no number"),
                argumentSet("a flag by size", "{#if synthetic}{#if synthetic > 1}x{/if}{/if}", "compares by size"),
                argumentSet("blank", " ", "body: expected 1 to 32768 characters that are not all blank, found 1"),
                argumentSet("too long", "x".repeat(40_000), "found 40000"),
                argumentSet(
                        "nested deeply",
                        "{#if !synthetic}".repeat(900) + "deep" + "{/if}".repeat(900),
                        "column 3201: expected at most 200 conditions"),
                argumentSet(
                        "a long chain",
                        "{#if synthetic}" + "{#else if synthetic}".repeat(900) + "{/if}",
                        "expected at most 200 conditions"),
                argumentSet(
                        "a long condition",
                        "{#if synthetic" + " && synthetic".repeat(900) + "}x{/if}",
                        "column 1: expected a condition of at most 1000 characters"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesASystemText(String systemText, String told) {
        assertRefused(new PromptText(systemText, "Read {symbol}."), told);
    }

    static Stream<Arguments> refusesASystemText() {
        return Stream.of(
                argumentSet(
                        "a variable",
                        "You read\nthe {symbol}.",
                        "system_text, line 2, column 5: the system text is sent as it is"),
                argumentSet("spaced", "the { symbol }", "'symbol' would not be filled in"),
                argumentSet("a condition", "{#if synthetic}made up{/if}", "column 1: the system text is sent as it is"),
                argumentSet("blank", "\n", "system_text: expected 1 to"));
    }

    @Test
    void takesASystemText_thatSpeaksOfBraces() {
        var text = new PromptText("Answer {\"symbol\": text} or {nothing}, never {}.", "Read {symbol}.");

        assertThat(renderer.validate(text)).containsExactly("symbol");
    }

    private void assertRefused(PromptText text, String told) {
        assertThatThrownBy(() -> renderer.validate(text))
                .asInstanceOf(type(ServiceException.class))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .satisfies(failure -> assertThat(failure.detail()).contains(told));
    }
}
