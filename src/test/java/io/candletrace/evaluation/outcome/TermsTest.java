package io.candletrace.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be asked, and of what. */
class TermsTest {
    @ParameterizedTest
    @MethodSource
    void refuse_horizonsThatDoNotAscendFromOne(List<Integer> horizons) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(horizons, "0"))
                .withMessageContaining(horizons.toString());
    }

    static Stream<List<Integer>> refuse_horizonsThatDoNotAscendFromOne() {
        return Stream.of(List.of(0), List.of(-1, 5), List.of(5, 5), List.of(1, 20, 5));
    }

    @Test
    void refuse_aNegativeCost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(List.of(1), "-0.001"))
                .withMessageContaining("-0.001");
    }

    @ParameterizedTest
    @CsvSource({"0, 102, 1", "102, 98, 1", "98, 102, 0"})
    void refuse_anIdeaWithoutARangeOrAHorizon(BigDecimal low, BigDecimal high, int horizonBars) {
        var level = BigDecimal.TEN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Idea(low, high, level, level, level, Instant.EPOCH, horizonBars));
    }

    @Test
    void refuse_barsThatDoNotFollowOneAnother() {
        var bars = Side.LONG.market("1 1 1 1", "1 1 1 1").bars().reversed();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Market(bars, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty()))
                .withMessageContaining("2024-01-01T00:00:00Z");
    }

    @Test
    void refuse_aSplitIntoNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Split(Side.day(0), BigDecimal.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"BUY, LONG, 1", "SELL, SHORT, -1", "HOLD, FLAT, 0"})
    void takeTheDirectionOfARecommendation(String recommendation, Direction direction, int sign) {
        assertThat(Direction.ofRecommendation(recommendation)).isEqualTo(direction);
        assertThat(direction.sign()).isEqualTo(sign);
    }

    @Test
    void takeNoOtherRecommendation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Direction.ofRecommendation("buy"))
                .withMessageContaining("was buy");
    }

    private static Terms terms(List<Integer> horizons, String costRate) {
        return new Terms(horizons, EntryRule.MARKET, TargetRule.CONSERVATIVE, new BigDecimal(costRate));
    }
}
