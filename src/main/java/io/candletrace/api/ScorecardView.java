package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.candletrace.evaluation.scorecard.Answers;
import io.candletrace.evaluation.scorecard.Bias;
import io.candletrace.evaluation.scorecard.Confidence;
import io.candletrace.evaluation.scorecard.Following;
import io.candletrace.evaluation.scorecard.Rate;
import io.candletrace.evaluation.scorecard.Returns;
import io.candletrace.evaluation.scorecard.Scorecard;
import io.candletrace.evaluation.statistic.InformationCoefficient;
import io.candletrace.evaluation.statistic.ReliabilityTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A scorecard as it is answered. Rates are absent where there are fewer than 30, and {@code status} says so.
 *
 * @param group the value in each dimension
 * @param status {@code ok} or {@code insufficient_data}
 * @param resolved predictions whose horizon is over, HOLD among them
 * @param coverage share of BUY and SELL among them
 * @param rate how often they were right
 * @param forward the same of those decided before their entry bar opened
 * @param backfilled the same of the others
 * @param beforeCutoff the same of those whose model may have known what came
 * @param afterCutoff the same of those whose model cannot have known it
 * @param bias whether they lean to one side
 * @param returns what they returned, before costs
 * @param confidence how well stated probabilities fit
 * @param ic how predictions and returns go together across instruments
 * @param rankIc the same by ranks
 * @param following what following them would have come to, after costs
 * @param answers what was answered, and what it took
 */
record ScorecardView(
        Map<String, String> group,
        String status,
        int resolved,
        OptionalDouble coverage,
        Rate rate,
        OptionalDouble q,
        Rate forward,
        Rate backfilled,
        Rate beforeCutoff,
        Rate afterCutoff,
        Bias bias,
        Returns returns,
        Optional<ConfidenceView> confidence,
        InformationView ic,
        @JsonProperty("rank_ic") InformationView rankIc,
        FollowingView following,
        AnswersView answers) {

    static ScorecardView of(List<String> dimensions, Scorecard card) {
        return new ScorecardView(
                group(dimensions, card.key()),
                card.rate().sufficient() ? "ok" : "insufficient_data",
                card.resolved(),
                card.coverage(),
                card.rate(),
                card.q(),
                card.forward(),
                card.backfilled(),
                card.beforeCutoff(),
                card.afterCutoff(),
                card.bias(),
                card.returns(),
                card.confidence().map(ConfidenceView::of),
                InformationView.of(card.information().coefficient()),
                InformationView.of(card.information().ranked()),
                FollowingView.of(card.following()),
                AnswersView.of(card.answers(), card.rate().hits()));
    }

    /** The value in each dimension. */
    static Map<String, String> group(List<String> dimensions, List<String> key) {
        var group = new LinkedHashMap<String, String>();
        for (var i = 0; i < dimensions.size(); i++) {
            group.put(dimensions.get(i), key.get(i));
        }
        return group;
    }

    /** How well stated probabilities fit: {@link Confidence}. */
    record ConfidenceView(
            int n,
            OptionalDouble brier,
            OptionalDouble brierSkill,
            OptionalDouble logLoss,
            OptionalDouble expectedCalibrationError,
            OptionalDouble maximumCalibrationError,
            OptionalDouble auc,
            List<BinView> reliability) {
        static ConfidenceView of(Confidence found) {
            return new ConfidenceView(
                    found.n(),
                    found.brier(),
                    found.brierSkill(),
                    found.logLoss(),
                    found.expectedError(),
                    found.maximumError(),
                    found.discrimination(),
                    found.table().bins().stream().map(BinView::of).toList());
        }
    }

    /** One row of the reliability table. */
    record BinView(double low, double high, int n, OptionalDouble stated, OptionalDouble happened) {
        static BinView of(ReliabilityTable.Bin bin) {
            return new BinView(bin.low(), bin.high(), bin.count(), bin.meanConfidence(), bin.observedRate());
        }
    }

    /** How predictions and returns go together. */
    record InformationView(OptionalDouble mean, int days, OptionalDouble ratio, OptionalDouble t) {
        static InformationView of(InformationCoefficient found) {
            return new InformationView(found.mean(), found.dates().size(), found.ratio(), found.t());
        }
    }

    /** What following them would have come to: {@link Following}. */
    record FollowingView(
            int positions,
            OptionalDouble annualReturn,
            OptionalDouble sharpe,
            OptionalDouble sortino,
            OptionalDouble maximumDrawdown) {
        static FollowingView of(Following found) {
            return new FollowingView(
                    found.positions(), found.annualReturn(), found.sharpe(), found.sortino(), found.maximumDrawdown());
        }
    }

    /** What was answered, and what it took: {@link Answers}. */
    record AnswersView(
            long total,
            long invalid,
            OptionalDouble invalidRate,
            long pending,
            long excluded,
            Optional<BigDecimal> costUsd,
            Optional<BigDecimal> costPerAnswerUsd,
            Optional<BigDecimal> costPerHitUsd,
            @JsonProperty("latency_ms_p50") long latencyP50,
            @JsonProperty("latency_ms_p95") long latencyP95) {
        private static final MathContext DIGITS = new MathContext(12);

        static AnswersView of(Answers answers, int hits) {
            return new AnswersView(
                    answers.total(),
                    answers.invalid(),
                    answers.total() == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) answers.invalid() / answers.total()),
                    answers.pending(),
                    answers.excluded(),
                    answers.cost(),
                    answers.cost().map(cost -> cost.divide(BigDecimal.valueOf(answers.costed()), DIGITS)),
                    answers.cost().filter(cost -> hits > 0).map(cost -> cost.divide(BigDecimal.valueOf(hits), DIGITS)),
                    answers.latencyP50(),
                    answers.latencyP95());
        }
    }
}
