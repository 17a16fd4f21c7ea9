package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Verdict;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one signal of the analyses of one instrument. */
public final class SignalDecision {
    private final SignalPolicy policy;
    private final Finding finding;
    private final Objections objections;
    private final SignalType type;

    private SignalDecision(SignalPolicy policy, Finding finding, Objections objections) {
        this.policy = policy;
        this.finding = finding;
        this.objections = objections;
        this.type = type();
    }

    /**
     * Decides: the policy's rule finds a direction, and BUY and SELL stand unless claims, confirmations, vetoes or a lack of
     * confidence turn them into HOLD. Only completed analyses are heard.
     *
     * @param models the strategy's models in its order, by our names
     * @param horizonBars how many bars of the primary timeframe the signal lives; positive
     * @param analyses all of one task, of every model and timeframe, in any order
     * @throws ServiceException {@code ANSWER_UNUSABLE} when the deciding analysis, or every voter's, is missing or not completed, or
     *     when a confirmation has no verdict and the policy says {@code no_signal}
     */
    public static Signal decide(
            SignalPolicy policy, List<String> models, int horizonBars, List<Recorded<AnalysisId, Analysis>> analyses) {
        var hearing = new Hearing(models, analyses);
        var finding = switch (policy.rule()) {
            case Decider decider -> DeciderFinding.of(decider, policy.claims(), hearing);
            case Vote vote -> VoteFinding.of(vote, policy.claims(), hearing);
        };
        var objections = Objections.of(policy, finding, hearing);
        objections.requireConfirmations();
        return new SignalDecision(policy, finding, objections).signal(horizonBars, analyses);
    }

    private Signal signal(int horizonBars, List<Recorded<AnalysisId, Analysis>> analyses) {
        var deciding = finding.deciding().analysis().orElseThrow();
        var speaker = finding.speaker().analysis().orElseThrow();
        var verdict = finding.speaker().verdict().orElseThrow();
        var levels = type == SignalType.HOLD
                ? Optional.<Signal.Levels>empty()
                : SignalLevels.of(verdict, series(speaker.value()));
        return new Signal(
                type,
                deciding,
                citations(deciding, analyses),
                verdict.trend(),
                type == SignalType.HOLD ? Optional.empty() : Optional.of(finding.confidence()),
                reasoning(verdict, levels.isPresent()),
                finding.deciding().voice().timeframe(),
                objections.heard(),
                levels,
                expiry(series(deciding.value()), horizonBars));
    }

    private SignalType type() {
        if (finding.refused().isPresent() || objections.sustained() || unsure()) {
            return SignalType.HOLD;
        }
        return switch (finding.direction()) {
            case BUY -> SignalType.BUY;
            case SELL -> SignalType.SELL;
            case HOLD -> SignalType.HOLD;
        };
    }

    private boolean unsure() {
        return finding.direction() != Recommendation.HOLD
                && finding.confidence().compareTo(policy.minConfidence()) < 0;
    }

    private List<Signal.Citation> citations(
            Recorded<AnalysisId, Analysis> deciding, List<Recorded<AnalysisId, Analysis>> analyses) {
        var others = analyses.stream()
                .filter(analysis -> !analysis.id().equals(deciding.id()))
                .map(analysis -> new Signal.Citation(analysis.id(), role(analysis)));
        return Stream.concat(Stream.of(new Signal.Citation(deciding.id(), AnalysisRole.DECIDES)), others)
                .toList();
    }

    private AnalysisRole role(Recorded<AnalysisId, Analysis> analysis) {
        if (finding.deciders().stream().anyMatch(opinion -> opinion.isOf(analysis))) {
            return AnalysisRole.DECIDES;
        }
        return objections
                .everybody()
                .filter(opinion -> opinion.isOf(analysis))
                .findFirst()
                .map(objections::role)
                .orElse(AnalysisRole.OBSERVES);
    }

    private String reasoning(Verdict verdict, boolean levels) {
        var clauses = new ArrayList<>(finding.words());
        objections.words().forEach(clauses::add);
        if (unsure()) {
            clauses.add("the confidence of " + plain(finding.confidence()) + " is below the "
                    + plain(policy.minConfidence()) + " that the policy asks for");
        }
        if (type != SignalType.HOLD) {
            clauses.add("the confidence of " + plain(finding.confidence()) + " is " + finding.confidenceWords());
        }
        if (type != SignalType.HOLD && !levels) {
            clauses.add("neither it nor ATR(14) gives usable levels");
        }
        return type + ": " + String.join("; ", clauses) + "." + reasons(verdict);
    }

    private String reasons(Verdict verdict) {
        if (verdict.reasoning().isBlank()) {
            return "";
        }
        var whose = policy.rule() instanceof Vote
                ? " The reasons of " + finding.speaker().voice().words() + ": "
                : " Its reasons: ";
        return whose + verdict.reasoning();
    }

    private static String plain(BigDecimal confidence) {
        return Scrutiny.plain(confidence);
    }

    private static BarSeries series(Analysis analysis) {
        return analysis.question().chart().value().chart().series().series();
    }

    private static Instant expiry(BarSeries series, int horizonBars) {
        var calendar = series.instrument().calendar();
        var session = calendar.next(series.timeframe(), series.last().period());
        for (var bar = 1; bar < horizonBars; bar++) {
            session = calendar.next(series.timeframe(), session);
        }
        return session.closesAt();
    }
}
