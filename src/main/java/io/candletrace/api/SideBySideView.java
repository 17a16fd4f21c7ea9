package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.candletrace.evaluation.comparison.Agreement;
import io.candletrace.evaluation.comparison.Brier;
import io.candletrace.evaluation.comparison.Directions;
import io.candletrace.evaluation.comparison.Effort;
import io.candletrace.evaluation.comparison.Gains;
import io.candletrace.evaluation.comparison.HitRate;
import io.candletrace.evaluation.comparison.LeftOut;
import io.candletrace.evaluation.comparison.SideBySide;
import io.candletrace.evaluation.statistic.Interval;
import io.candletrace.evaluation.statistic.PairedBootstrap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two beside each other as they are answered. Every difference is {@code a} less {@code b}.
 *
 * @param status {@code ok} or {@code insufficient_data}, when there are fewer than 30 pairs and so only counts
 * @param pairs what both said, resolved
 * @param days how many days these are of
 * @param leftOut what is not among them
 * @param direction who was right where both have a direction
 * @param agreement how far both say the same
 * @param returns what following them returned, before costs
 * @param brier how well probabilities fit where both state one
 * @param answers what it took each of them
 * @param seed of every bootstrap
 */
record SideBySideView(
        String subject,
        int horizon,
        String a,
        String b,
        String status,
        int pairs,
        long days,
        LeftOutView leftOut,
        DirectionView direction,
        AgreementView agreement,
        TwoView returns,
        Optional<BrierView> brier,
        Map<String, EffortView> answers,
        long seed) {

    static SideBySideView of(SideBySide found) {
        var query = found.query();
        return new SideBySideView(
                query.subject().name().toLowerCase(Locale.ROOT),
                query.horizon(),
                query.a().text(),
                query.b().text(),
                found.sufficient() ? "ok" : "insufficient_data",
                found.pairs(),
                found.days(),
                LeftOutView.of(found.leftOut()),
                DirectionView.of(found.directions()),
                AgreementView.of(found.agreement()),
                TwoView.of(found.gains()),
                found.brier().map(BrierView::of),
                answers(found),
                SideBySide.SEED);
    }

    private static Map<String, EffortView> answers(SideBySide found) {
        var answers = new LinkedHashMap<String, EffortView>();
        answers.put("a", EffortView.of(found.effortA(), found.hitsA()));
        answers.put("b", EffortView.of(found.effortB(), found.hitsB()));
        return answers;
    }

    /**
     * What is not compared: {@link LeftOut}.
     *
     * @param unpaired what only one side was asked about, or each with another picture
     */
    record LeftOutView(
            int unpaired, int unpairedA, int unpairedB, int invalid, int excluded, int pending, int differentEntry) {
        static LeftOutView of(LeftOut found) {
            return new LeftOutView(
                    found.onlyA() + found.onlyB(),
                    found.onlyA(),
                    found.onlyB(),
                    found.invalid(),
                    found.excluded(),
                    found.pending(),
                    found.apart());
        }
    }

    /** Who was right: {@link Directions}. */
    record DirectionView(
            int n,
            int bothRight,
            int onlyA,
            int onlyB,
            int neither,
            HitRate a,
            HitRate b,
            Optional<DifferenceView> difference,
            @JsonProperty("mcnemar_p") OptionalDouble mcNemar) {
        static DirectionView of(Directions found) {
            return new DirectionView(
                    found.n(),
                    found.bothRight(),
                    found.onlyA(),
                    found.onlyB(),
                    found.neither(),
                    found.a(),
                    found.b(),
                    found.difference().map(DifferenceView::of),
                    found.mcNemar());
        }
    }

    /**
     * How far both say the same.
     *
     * @param matrix what {@code a} said, and how often {@code b} said what then
     */
    record AgreementView(Map<String, Map<String, Integer>> matrix, OptionalDouble share) {
        static AgreementView of(Agreement found) {
            var matrix = new LinkedHashMap<String, Map<String, Integer>>();
            for (var i = 0; i < Agreement.WORDS.size(); i++) {
                var row = new LinkedHashMap<String, Integer>();
                for (var j = 0; j < Agreement.WORDS.size(); j++) {
                    row.put(Agreement.WORDS.get(j), found.counts().get(i).get(j));
                }
                matrix.put(Agreement.WORDS.get(i), row);
            }
            return new AgreementView(matrix, found.share());
        }
    }

    /** A figure of both. */
    record TwoView(OptionalDouble a, OptionalDouble b, Optional<DifferenceView> difference) {
        static TwoView of(Gains found) {
            return new TwoView(found.a(), found.b(), found.difference().map(DifferenceView::of));
        }
    }

    /** How well probabilities fit: {@link Brier}. */
    record BrierView(int n, OptionalDouble a, OptionalDouble b, Optional<DifferenceView> difference) {
        static BrierView of(Brier found) {
            return new BrierView(
                    found.n(), found.a(), found.b(), found.difference().map(DifferenceView::of));
        }
    }

    /** A difference, by days: {@link PairedBootstrap}. */
    record DifferenceView(double mean, Interval interval, double p, int draws) {
        static DifferenceView of(PairedBootstrap found) {
            return new DifferenceView(found.difference(), found.interval(), found.pValue(), found.draws());
        }
    }

    /** What it took: {@link Effort}. */
    record EffortView(
            long total,
            long invalid,
            OptionalDouble invalidRate,
            Optional<BigDecimal> costUsd,
            Optional<BigDecimal> costPerAnswerUsd,
            int hits,
            Optional<BigDecimal> costPerHitUsd,
            @JsonProperty("latency_ms_p50") long latencyP50,
            @JsonProperty("latency_ms_p95") long latencyP95) {
        private static final MathContext DIGITS = new MathContext(12);

        static EffortView of(Effort found, int hits) {
            return new EffortView(
                    found.answers(),
                    found.invalid(),
                    found.answers() == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) found.invalid() / found.answers()),
                    found.cost(),
                    found.cost().map(cost -> cost.divide(BigDecimal.valueOf(found.costed()), DIGITS)),
                    hits,
                    found.costOfPairs()
                            .filter(cost -> hits > 0)
                            .map(cost -> cost.divide(BigDecimal.valueOf(hits), DIGITS)),
                    found.latencyP50(),
                    found.latencyP95());
        }
    }
}
