package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.scorecard.Rate;
import io.candletrace.evaluation.statistic.ClusteredMean;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What the price did, before costs. Of fewer than 30 only the counts are there.
 *
 * @param n how many returns
 * @param days of how many days
 * @param mean of them, as a share of the entry price
 * @param t standard errors that the mean is from 0, by days and what overlaps
 * @param positive share of them above 0
 */
public record Move(int n, int days, OptionalDouble mean, OptionalDouble t, OptionalDouble positive) {

    static Move of(double[] returns, long[] days, int reach) {
        var mean = ClusteredMean.of(returns, days, reach);
        var told = mean.filter(found -> returns.length >= Rate.LEAST);
        return new Move(
                returns.length,
                mean.map(ClusteredMean::days).orElse(0),
                told.stream().mapToDouble(ClusteredMean::mean).findFirst(),
                told.map(ClusteredMean::t).orElseGet(OptionalDouble::empty),
                told.isPresent()
                        ? Arrays.stream(returns).map(rate -> rate > 0 ? 1 : 0).average()
                        : OptionalDouble.empty());
    }
}
