package io.candletrace.evaluation.comparison;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What it took one side to answer what both were asked.
 *
 * @param answers to each input the first that has a verdict, and all that have none
 * @param invalid those that have none
 * @param cost US dollars of all whose cost is known; absent when none is
 * @param costed how many those are
 * @param costOfPairs US dollars of all that are about the pairs; absent unless each is known
 * @param latencyP50 milliseconds, the median of the first with a verdict, or without one where there is no other
 * @param latencyP95 milliseconds that 95 % of these do not exceed
 */
public record Effort(
        long answers,
        long invalid,
        Optional<BigDecimal> cost,
        long costed,
        Optional<BigDecimal> costOfPairs,
        long latencyP50,
        long latencyP95) {}
