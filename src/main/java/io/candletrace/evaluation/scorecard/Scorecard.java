package io.candletrace.evaluation.scorecard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/**
 * How good the predictions of a group were.
 *
 * @param key its value in each dimension of the query
 * @param answers what was answered
 * @param resolved predictions whose horizon is over, HOLD among them
 * @param coverage share of BUY and SELL among them; absent without any
 * @param rate how often they were right
 * @param forward the same of those alone that were decided before their entry bar opened: what can be believed
 * @param backfilled the same of the others
 * @param beforeCutoff the same of those entered when their model may have known what came: in its training data
 * @param afterCutoff the same of those entered later; like those before, only of models whose cutoff is known
 * @param bias whether they lean to one side
 * @param returns what they returned
 * @param confidence how well stated probabilities fit; absent when too few state one at this horizon
 * @param information how they and the returns go together across instruments
 * @param following what following them would have come to
 * @param q share of false discoveries among all groups of the answer whose lift is at least as significant
 */
public record Scorecard(
        List<String> key,
        Answers answers,
        int resolved,
        OptionalDouble coverage,
        Rate rate,
        Rate forward,
        Rate backfilled,
        Rate beforeCutoff,
        Rate afterCutoff,
        Bias bias,
        Returns returns,
        Optional<Confidence> confidence,
        Information information,
        Following following,
        OptionalDouble q) {

    /** Of what was observed. */
    static Scorecard of(Group group, int horizon, double costRate) {
        var observed = group.observations();
        var rows = observed.directed();
        return new Scorecard(
                group.key(),
                group.answers(),
                observed.size(),
                observed.size() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((double) rows.length / observed.size()),
                Rate.of(observed, rows),
                of(observed, row -> observed.forward()[row] == 1),
                of(observed, row -> observed.forward()[row] == 0),
                of(observed, row -> observed.cutoff()[row] == Observations.BEFORE_CUTOFF),
                of(observed, row -> observed.cutoff()[row] == Observations.AFTER_CUTOFF),
                Bias.of(observed, rows),
                Returns.of(observed, rows, horizon),
                Confidence.of(observed, rows),
                Information.of(observed),
                Following.of(observed, costRate),
                OptionalDouble.empty());
    }

    private static Rate of(Observations observed, IntPredicate holds) {
        return Rate.of(observed, observed.rows(row -> observed.direction()[row] != 0 && holds.test(row)));
    }

    Scorecard withQ(double found) {
        return new Scorecard(
                key,
                answers,
                resolved,
                coverage,
                rate,
                forward,
                backfilled,
                beforeCutoff,
                afterCutoff,
                bias,
                returns,
                confidence,
                information,
                following,
                OptionalDouble.of(found));
    }
}
