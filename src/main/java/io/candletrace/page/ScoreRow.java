package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Curves;
import io.candletrace.evaluation.scorecard.GroupCurves;
import io.candletrace.evaluation.scorecard.MeanReturn;
import io.candletrace.evaluation.scorecard.Scorecard;

/**
 * A group in the table of scorecards.
 *
 * @param group its values
 * @param forward what can be believed
 * @param backfilled what a model may have known
 * @param coverage share of predictions that have a direction
 * @param cost of all answers
 * @param answers how many there are, and how many of them say nothing yet or nothing at all
 */
public record ScoreRow(String group, Half forward, Half backfilled, String coverage, String cost, String answers) {

    static ScoreRow of(Scorecard card, GroupCurves curves, int horizon) {
        return new ScoreRow(
                ShownCurves.name(card.key()),
                Half.of(curves.forward(), horizon),
                Half.of(curves.backfilled(), horizon),
                Figures.percent(card.coverage()),
                Words.cost(card.answers().cost()),
                "%d answers, %d pending, %d invalid, %d excluded"
                        .formatted(
                                card.answers().total(),
                                card.answers().pending(),
                                card.answers().invalid(),
                                card.answers().excluded()));
    }

    /**
     * Those decided before their entry bar opened, or the others.
     *
     * @param sufficient whether there are enough to say anything
     */
    public record Half(
            int n,
            boolean sufficient,
            String hitRate,
            String hitInterval,
            String baseRate,
            String lift,
            String liftInterval,
            String q,
            String mean,
            String meanInterval) {

        static Half of(Curves curves, int horizon) {
            var rate = curves.rate();
            var returned = curves.returns().stream()
                    .filter(found -> found.horizon() == horizon)
                    .findFirst();
            return new Half(
                    rate.n(),
                    rate.sufficient(),
                    Figures.percent(rate.hitRate()),
                    Figures.interval(rate.clustered()),
                    Figures.percent(rate.baseRate()),
                    Figures.points(rate.lift()),
                    Figures.signedInterval(rate.liftInterval(), 1),
                    Figures.chance(curves.q()),
                    returned.map(MeanReturn::mean).map(Figures::change).orElse(Words.NONE),
                    Figures.signedInterval(returned.flatMap(MeanReturn::interval), 2));
        }
    }
}
