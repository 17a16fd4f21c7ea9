package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void takesNumbersForTheSame_howeverTheyAreWritten() {
        assertThat(Check.kept("cost", new BigDecimal("0.620"), Optional.of(new BigDecimal("0.62")))
                        .same())
                .isTrue();
        assertThat(Check.kept("levels", List.of(new BigDecimal("185.00000000")), List.of(185))
                        .same())
                .isTrue();
        assertThat(Check.kept("cost", new BigDecimal("0.000000000001"), BigDecimal.ZERO)
                        .same())
                .isFalse();
    }

    @Test
    void comparesMaps_byEveryKeyOfEither() {
        var checks =
                Check.fields("verdict", Map.of("a", 1), Map.of("a", 1, "b", 2)).toList();

        assertThat(checks).filteredOn(Check::same).extracting(Check::what).containsExactly("verdict.a");
        assertThat(checks)
                .filteredOn(check -> !check.same())
                .extracting(Check::difference)
                .containsExactly("verdict.b: expected none, found 2");
    }

    @Test
    void comparesLists_byEveryItemOfEither() {
        assertThat(Check.items("claims", List.of("x"), List.of("x", "y")))
                .extracting(Check::same)
                .containsExactly(true, false);
    }

    @Test
    void showsLongTexts_byTheirHash_soThatTheyDoNotLookAlike() {
        var check = Check.kept("prompt", "a".repeat(300), "a".repeat(299) + "b");

        assertThat(check.same()).isFalse();
        assertThat(check.expected()).startsWith("300 characters that hash to ").isNotEqualTo(check.found());
    }
}
