package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.testing.Outlines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementTest {
    @ParameterizedTest
    @MethodSource
    void counts(String original, List<String> replays, String agreement, String flipRate) {
        var found = Agreement.of(
                Outlines.saying(original),
                replays.stream().map(Outlines::saying).toList());

        assertThat(found.agreement()).isEqualTo(number(agreement));
        assertThat(found.flipRate()).isEqualTo(number(flipRate));
    }

    static Stream<Arguments> counts() {
        return Stream.of(
                argumentSet("all alike", "BUY", List.of("BUY", "BUY", "BUY"), "1.0000", "0.0000"),
                argumentSet("none alike", "HOLD", List.of("BUY", "SELL"), "0.0000", "1.0000"),
                argumentSet("two and two", "BUY", List.of("BUY", "BUY", "SELL", "SELL"), "0.5000", "0.6667"),
                argumentSet(
                        "three, two and one",
                        "BUY",
                        List.of("BUY", "BUY", "BUY", "SELL", "SELL", "HOLD"),
                        "0.5000",
                        "0.7333"),
                argumentSet("an unusable one", "BUY", List.of("BUY", ""), "0.5000", "none"),
                argumentSet("one sample", "BUY", List.of("BUY"), "1.0000", "none"),
                argumentSet("no sample", "BUY", List.of(), "none", "none"),
                argumentSet("an original without a verdict", "", List.of("BUY", "BUY"), "none", "0.0000"));
    }

    @Test
    void poolsPairsOfEachQuestion_notAcrossQuestions() {
        var buys = Agreement.of(Outlines.saying("BUY"), List.of(Outlines.saying("BUY"), Outlines.saying("BUY")));
        var sells = Agreement.of(Outlines.saying("BUY"), List.of(Outlines.saying("SELL"), Outlines.saying("SELL")));

        var both = buys.plus(sells);

        assertThat(both.agreement()).hasValue(new BigDecimal("0.5000"));
        assertThat(both.flipRate()).hasValue(new BigDecimal("0.0000"));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.equals("none") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
