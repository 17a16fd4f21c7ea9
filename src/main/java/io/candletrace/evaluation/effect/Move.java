package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.scorecard.Rate;
import io.candletrace.evaluation.statistic.Sample;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * What the price did, before costs. Of fewer than 30 only the counts are there.
 *
 * @param n how many returns
 * @param days of how many days
 * @param mean of them, as a share of the entry price
 * @param t standard errors that the mean of a day's returns is from 0, with the lag of overlapping horizons
 * @param positive share of them above 0
 */
public record Move(int n, int days, OptionalDouble mean, OptionalDouble t, OptionalDouble positive) {

    static Move of(double[] returns, long[] days, int horizon) {
        var daily = Sample.dailyMeans(returns, days);
        var sufficient = returns.length >= Rate.LEAST;
        return new Move(
                returns.length,
                daily.count(),
                sufficient ? Sample.of(returns).mean() : OptionalDouble.empty(),
                sufficient ? daily.t(horizon) : OptionalDouble.empty(),
                sufficient
                        ? Arrays.stream(returns).map(rate -> rate > 0 ? 1 : 0).average()
                        : OptionalDouble.empty());
    }
}
