package io.candletrace.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A parsed answer. Prices are in the instrument's currency.
 *
 * @param trend the direction seen
 * @param recommendation what to do
 * @param confidence 0 to 1: the probability that the direction is right at the horizon, or a score for {@code rules-v1}; HOLD
 *     has none
 * @param supportLevels nearest first; may be empty
 * @param resistanceLevels nearest first; may be empty
 * @param keyPatterns names of patterns seen; may be empty
 * @param readings values of the indicators that it rests on; may be empty
 * @param entry where to enter; HOLD has none
 * @param stopLoss where the idea is wrong; HOLD has none
 * @param targets nearest first, at most two; HOLD has none
 * @param rMultiple reward over risk of the nearest target from the worst edge of the entry range, as the answer has it; HOLD has
 *     none
 * @param reasoning in words
 */
public record Verdict(
        Trend trend,
        Recommendation recommendation,
        Optional<BigDecimal> confidence,
        List<BigDecimal> supportLevels,
        List<BigDecimal> resistanceLevels,
        List<String> keyPatterns,
        List<Reading> readings,
        Optional<PriceRange> entry,
        Optional<BigDecimal> stopLoss,
        List<BigDecimal> targets,
        Optional<BigDecimal> rMultiple,
        String reasoning) {
    public Verdict {
        supportLevels = List.copyOf(supportLevels);
        resistanceLevels = List.copyOf(resistanceLevels);
        keyPatterns = List.copyOf(keyPatterns);
        readings = List.copyOf(readings);
        targets = List.copyOf(targets);
        confidence.ifPresent(Verdict::requireProbability);
    }

    private static void requireProbability(BigDecimal confidence) {
        if (confidence.signum() < 0 || confidence.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a confidence is 0 to 1, was " + confidence);
        }
    }
}
