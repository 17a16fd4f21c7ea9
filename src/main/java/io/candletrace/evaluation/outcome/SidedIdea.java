package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An idea as one side of the trade sees it, like {@link SidedBar}.
 *
 * @param scale what a price of the bars is multiplied by: the ratio of the splits, negative for a SHORT
 * @param limit the worst price of the entry range
 * @param stop where the idea is wrong
 * @param target where the trade closes
 * @param expiresAt from then on no bar fills it
 * @param horizonBars for how many bars it is held
 */
record SidedIdea(
        BigDecimal scale, BigDecimal limit, BigDecimal stop, BigDecimal target, Instant expiresAt, int horizonBars) {

    static SidedIdea of(Prediction prediction, Idea idea, Terms terms, BigDecimal ratio) {
        var sign = BigDecimal.valueOf(prediction.direction().sign());
        return new SidedIdea(
                ratio.multiply(sign),
                idea.entryLow().multiply(sign).max(idea.entryHigh().multiply(sign)),
                idea.stop().multiply(sign),
                terms.target().target(idea).multiply(sign),
                idea.expiresAt(),
                idea.horizonBars());
    }
}
