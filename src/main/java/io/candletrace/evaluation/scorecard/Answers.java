package io.candletrace.evaluation.scorecard;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What was answered, whatever came of it.
 *
 * @param total answers of any kind
 * @param invalid those without a verdict
 * @param pending those whose horizon is not over, or whose bars are missing
 * @param excluded those that cannot be judged
 * @param cost US dollars of all whose cost is known; absent when none is
 * @param costed how many those are
 * @param latencyP50 milliseconds, the median
 * @param latencyP95 milliseconds that 95 % do not exceed
 */
public record Answers(
        long total,
        long invalid,
        long pending,
        long excluded,
        Optional<BigDecimal> cost,
        long costed,
        long latencyP50,
        long latencyP95) {}
