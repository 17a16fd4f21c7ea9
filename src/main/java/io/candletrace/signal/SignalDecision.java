package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Verdict;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy.WithoutConfirmation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one signal of the analyses of one instrument. */
public final class SignalDecision {
    private final SignalPolicy policy;
    private final Hearing hearing;
    private final Recorded<AnalysisId, Analysis> deciding;
    private final Verdict verdict;

    private SignalDecision(
            SignalPolicy policy, Hearing hearing, Recorded<AnalysisId, Analysis> deciding, Verdict verdict) {
        this.policy = policy;
        this.hearing = hearing;
        this.deciding = deciding;
        this.verdict = verdict;
    }

    /**
     * Decides. The deciding model's verdict on the primary timeframe counts; a higher timeframe of the same model that is
     * against it turns BUY and SELL into HOLD, and one without a verdict does what the policy says.
     *
     * @param models the strategy's models in its order, by our names
     * @param horizonBars how many bars of the primary timeframe the signal lives; positive
     * @param analyses all of one task, of every model and timeframe, in any order
     * @throws ServiceException {@code ANSWER_UNUSABLE} when the deciding analysis is missing or not completed, or when a higher
     *     timeframe has no verdict and the policy says {@code no_signal}
     */
    public static Signal decide(
            SignalPolicy policy, List<String> models, int horizonBars, List<Recorded<AnalysisId, Analysis>> analyses) {
        var hearing = Hearing.of(policy, models, analyses);
        var deciding = hearing.primary().analysis().orElseThrow(() -> unusable(hearing, hearing.primary()));
        var verdict = hearing.primary().verdict().orElseThrow(() -> unusable(hearing, hearing.primary()));
        var decision = new SignalDecision(policy, hearing, deciding, verdict);
        decision.requireConfirmation();
        return decision.signal(horizonBars, analyses);
    }

    private void requireConfirmation() {
        if (policy.withoutConfirmation() == WithoutConfirmation.NO_SIGNAL) {
            hearing.silent().stream().findFirst().ifPresent(opinion -> {
                throw unusable(hearing, opinion);
            });
        }
    }

    private Signal signal(int horizonBars, List<Recorded<AnalysisId, Analysis>> analyses) {
        var type = type();
        var series =
                deciding.value().question().chart().value().chart().series().series();
        var levels = type == SignalType.HOLD ? Optional.<Signal.Levels>empty() : SignalLevels.of(verdict, series);
        return new Signal(
                type,
                deciding,
                citations(analyses),
                verdict.confidence().filter(confidence -> type != SignalType.HOLD),
                reasoning(type, levels.isPresent()),
                hearing.primary().timeframe(),
                confirmation(),
                levels,
                expiry(series, horizonBars));
    }

    private SignalType type() {
        if (vetoes().findAny().isPresent() || unconfirmed()) {
            return SignalType.HOLD;
        }
        return switch (verdict.recommendation()) {
            case BUY -> SignalType.BUY;
            case SELL -> SignalType.SELL;
            case HOLD -> SignalType.HOLD;
        };
    }

    private Stream<Opinion> vetoes() {
        return hearing.higher().stream().filter(opinion -> opinion.contradicts(verdict.recommendation()));
    }

    private boolean unconfirmed() {
        return policy.withoutConfirmation() == WithoutConfirmation.HOLD
                && !hearing.silent().isEmpty();
    }

    private Optional<Timeframe> confirmation() {
        return Stream.concat(
                        vetoes(),
                        hearing.higher().stream()
                                .filter(opinion -> opinion.verdict().isPresent()))
                .findFirst()
                .map(Opinion::timeframe);
    }

    private List<Signal.Citation> citations(List<Recorded<AnalysisId, Analysis>> analyses) {
        var others = analyses.stream()
                .filter(analysis -> !analysis.id().equals(deciding.id()))
                .map(analysis -> new Signal.Citation(analysis.id(), role(analysis)));
        return Stream.concat(Stream.of(new Signal.Citation(deciding.id(), AnalysisRole.DECIDES)), others)
                .toList();
    }

    private AnalysisRole role(Recorded<AnalysisId, Analysis> analysis) {
        var opinion = Stream.concat(hearing.higher().stream(), hearing.lower().stream())
                .filter(heard -> heard.isOf(analysis))
                .filter(heard -> heard.verdict().isPresent())
                .findFirst();
        if (opinion.isEmpty()) {
            return AnalysisRole.OBSERVES;
        }
        if (!opinion.get().contradicts(verdict.recommendation())) {
            return AnalysisRole.CONFIRMS;
        }
        return hearing.higher().contains(opinion.get()) ? AnalysisRole.VETOES : AnalysisRole.OBSERVES;
    }

    private String reasoning(SignalType type, boolean levels) {
        var primary = hearing.primary();
        var ours = type + ": " + hearing.model() + " on " + primary.timeframe().code() + " says " + primary.words()
                + higherWords()
                + (levels || type == SignalType.HOLD ? "." : "; neither it nor ATR(14) gives usable levels.");
        return verdict.reasoning().isBlank() ? ours : ours + " Its reasons: " + verdict.reasoning();
    }

    private String higherWords() {
        return hearing.higher().stream().map(this::words).collect(Collectors.joining());
    }

    private String words(Opinion higher) {
        var said = higher.timeframe().code() + " (" + higher.words() + ")";
        if (higher.verdict().isEmpty()) {
            return policy.withoutConfirmation() == WithoutConfirmation.IGNORE
                    ? "; without confirmation by " + said + ", which the policy ignores"
                    : "; not confirmed by " + said + ", and the policy is to hold";
        }
        if (verdict.recommendation() == Recommendation.HOLD) {
            return "; beside it " + said;
        }
        return higher.contradicts(verdict.recommendation()) ? "; contradicted by " + said : "; not against it " + said;
    }

    private static Instant expiry(BarSeries series, int horizonBars) {
        var calendar = series.instrument().calendar();
        var session = calendar.next(series.timeframe(), series.last().period());
        for (var bar = 1; bar < horizonBars; bar++) {
            session = calendar.next(series.timeframe(), session);
        }
        return session.closesAt();
    }

    private static ServiceException unusable(Hearing hearing, Opinion opinion) {
        return new ServiceException(
                FailureReason.ANSWER_UNUSABLE,
                "expected a verdict by " + hearing.model() + " on "
                        + opinion.timeframe().code() + ", found " + opinion.words());
    }
}
