package io.candletrace.replay;

import io.candletrace.journal.AnalysisOutline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * How far answers to the same question agree on what to do. An answer without a verdict agrees with nothing and is in no pair; a
 * sample that was not answered does not count.
 *
 * @param answered samples that were answered, usable or not
 * @param unusable of these, without a verdict
 * @param compared answered samples whose original has a verdict
 * @param agreeing of these, with the original's recommendation
 * @param pairs pairs of usable samples of one question; the original is in none
 * @param flips of these, with different recommendations
 */
public record Agreement(int answered, int unusable, int compared, int agreeing, long pairs, long flips) {
    /** Nothing was answered. */
    public static final Agreement NONE = new Agreement(0, 0, 0, 0, 0, 0);

    private static final String RECOMMENDATION = "recommendation";
    private static final int DECIMALS = 4;

    static Agreement of(AnalysisOutline original, List<AnalysisOutline> replays) {
        var answers =
                replays.stream().filter(replay -> replay.said().answered()).toList();
        var words = answers.stream()
                .flatMap(replay -> replay.said().word(RECOMMENDATION).stream())
                .toList();
        var before = original.said().word(RECOMMENDATION);
        var pairs = (long) words.size() * (words.size() - 1) / 2;
        return new Agreement(
                answers.size(),
                answers.size() - words.size(),
                before.isPresent() ? answers.size() : 0,
                (int) words.stream()
                        .filter(word -> before.equals(Optional.of(word)))
                        .count(),
                pairs,
                pairs - alike(words));
    }

    /** Both together. */
    public Agreement plus(Agreement other) {
        return new Agreement(
                answered + other.answered,
                unusable + other.unusable,
                compared + other.compared,
                agreeing + other.agreeing,
                pairs + other.pairs,
                flips + other.flips);
    }

    /** Share of the compared samples that recommend what the original did, 0 to 1; absent when there are none. */
    public Optional<BigDecimal> agreement() {
        return share(agreeing, compared);
    }

    /**
     * Flip rate: the probability, 0 to 1, that two usable samples of one question, drawn without putting back, recommend
     * different things; absent below two.
     */
    public Optional<BigDecimal> flipRate() {
        return share(flips, pairs);
    }

    static Optional<BigDecimal> share(long part, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static long alike(List<String> words) {
        return words.stream()
                .distinct()
                .mapToLong(word -> words.stream().filter(word::equals).count())
                .map(count -> count * (count - 1) / 2)
                .sum();
    }
}
