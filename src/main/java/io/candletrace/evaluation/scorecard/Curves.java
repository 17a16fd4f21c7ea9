package io.candletrace.evaluation.scorecard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is drawn of those predictions of a group that were decided before their entry bar opened, or of the others.
 *
 * @param rate how often they were right
 * @param q share of false discoveries among the same of all groups whose lift is at least as significant
 * @param returns by horizon, ascending
 * @param confidence how well stated probabilities fit; absent when too few state one at this horizon
 * @param reliability by stated probability; none without a confidence
 * @param following what following them would have come to
 * @param equity its curve, at most {@link Thinning#MOST} days of it
 * @param rolling how often the latest of them were right
 */
public record Curves(
        Rate rate,
        OptionalDouble q,
        List<MeanReturn> returns,
        Optional<Confidence> confidence,
        List<ReliabilityPoint> reliability,
        Following following,
        List<Following.Day> equity,
        RollingRate rolling) {
    public Curves {
        returns = List.copyOf(returns);
        reliability = List.copyOf(reliability);
        equity = List.copyOf(equity);
    }

    /**
     * Of one half of a group.
     *
     * @param forward which half
     * @param horizons what was observed of the group at each horizon, ascending, the drawn one among them
     */
    static Curves of(boolean forward, int horizon, List<Observed> horizons, double costRate) {
        var drawn = horizons.stream()
                .filter(observed -> observed.horizon() == horizon)
                .map(Observed::observations)
                .findFirst()
                .orElse(Observations.NONE);
        var rows = half(forward, drawn);
        var directed = directed(drawn, rows);
        var confidence = Confidence.of(drawn, directed);
        var following = Following.of(drawn, rows, costRate);
        return new Curves(
                Rate.of(drawn, directed),
                OptionalDouble.empty(),
                horizons.stream().map(observed -> observed.mean(forward)).toList(),
                confidence,
                confidence.map(ReliabilityPoint::of).orElse(List.of()),
                following,
                thinned(following.curve()),
                RollingRate.of(drawn, directed));
    }

    Curves withQ(OptionalDouble found) {
        return new Curves(rate, found, returns, confidence, reliability, following, equity, rolling);
    }

    private static int[] half(boolean forward, Observations observed) {
        return observed.rows(row -> (observed.forward()[row] == 1) == forward);
    }

    private static int[] directed(Observations observed, int[] rows) {
        return Arrays.stream(rows).filter(row -> observed.direction()[row] != 0).toArray();
    }

    private static List<Following.Day> thinned(List<Following.Day> curve) {
        var days = new ArrayList<>(curve);
        var kept = Thinning.kept(
                days.size(), i -> days.get(i).equity(), i -> days.get(i).drawdown());
        return Arrays.stream(kept).mapToObj(days::get).toList();
    }

    /** What was observed of a group at a horizon. */
    record Observed(int horizon, Observations observations) {
        private MeanReturn mean(boolean forward) {
            return MeanReturn.of(horizon, observations, directed(observations, half(forward, observations)));
        }
    }
}
