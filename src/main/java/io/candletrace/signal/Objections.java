package io.candletrace.signal;

import io.candletrace.analysis.Recommendation;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who else was heard about a finding.
 *
 * @param finding what they may object to
 * @param confirmations who must not be against it
 * @param vetoes who may be against it
 * @param beside who neither confirms nor objects by the policy, but thinks something: the deciding model on shorter timeframes
 * @param without what it means that one of the confirmations has no verdict
 */
record Objections(
        Finding finding,
        List<Opinion> confirmations,
        List<Opinion> vetoes,
        List<Opinion> beside,
        WithoutConfirmation without) {

    static Objections of(SignalPolicy policy, Finding finding, Hearing hearing) {
        var vetoes = hearing.opinions(policy.vetoes());
        return switch (policy.rule()) {
            case Vote _ -> new Objections(finding, List.of(), vetoes, List.of(), WithoutConfirmation.IGNORE);
            case Decider decider ->
                decider.confirmations()
                        .map(named -> new Objections(
                                finding, hearing.opinions(named), vetoes, List.of(), decider.withoutConfirmation()))
                        .orElseGet(() -> byTimeframe(decider, policy.vetoes(), finding, hearing));
        };
    }

    private static Objections byTimeframe(Decider decider, List<Voice> vetoes, Finding finding, Hearing hearing) {
        var deciding = finding.deciding().voice();
        var others = hearing.timeframes().stream()
                .filter(timeframe -> timeframe != deciding.timeframe())
                .map(timeframe -> new Voice(deciding.model(), timeframe))
                .filter(voice -> !vetoes.contains(voice))
                .toList();
        return new Objections(
                finding,
                hearing.opinions(
                        others.stream().filter(voice -> longer(voice, deciding)).toList()),
                hearing.opinions(vetoes),
                hearing.opinions(others.stream()
                        .filter(voice -> !longer(voice, deciding))
                        .toList()),
                decider.withoutConfirmation());
    }

    private static boolean longer(Voice voice, Voice deciding) {
        return voice.timeframe().compareTo(deciding.timeframe()) > 0;
    }

    /**
     * Makes sure that everybody confirmed who has to.
     *
     * @throws ServiceException {@code ANSWER_UNUSABLE} when one has no verdict and the policy is to give no signal then
     */
    void requireConfirmations() {
        if (without == WithoutConfirmation.NO_SIGNAL) {
            silent().findFirst().ifPresent(opinion -> {
                throw DeciderFinding.unusable(opinion);
            });
        }
    }

    /** Whether somebody is against the direction, or is missed. */
    boolean sustained() {
        return against().findAny().isPresent()
                || without == WithoutConfirmation.HOLD && silent().findAny().isPresent();
    }

    /** The timeframe of the first who is against it, else of the first who confirms it. */
    Optional<Timeframe> heard() {
        return Stream.concat(
                        against(),
                        confirmations.stream()
                                .filter(opinion -> opinion.verdict().isPresent()))
                .findFirst()
                .map(opinion -> opinion.voice().timeframe());
    }

    /** What somebody who did not decide did for the signal. */
    AnalysisRole role(Opinion opinion) {
        if (opinion.verdict().isEmpty()) {
            return AnalysisRole.OBSERVES;
        }
        var against = opinion.contradicts(direction());
        if (confirmations.contains(opinion)) {
            return against ? AnalysisRole.VETOES : AnalysisRole.CONFIRMS;
        }
        if (vetoes.contains(opinion)) {
            return against ? AnalysisRole.VETOES : AnalysisRole.OBSERVES;
        }
        return beside.contains(opinion) && !against ? AnalysisRole.CONFIRMS : AnalysisRole.OBSERVES;
    }

    /** Everybody who was heard, in roles' order. */
    Stream<Opinion> everybody() {
        return Stream.of(confirmations, vetoes, beside).flatMap(List::stream);
    }

    /** What they say, one clause each. */
    Stream<String> words() {
        return Stream.concat(
                confirmations.stream().map(this::confirmation), vetoes.stream().map(this::veto));
    }

    private String confirmation(Opinion opinion) {
        var said = said(opinion);
        if (opinion.verdict().isEmpty()) {
            return without == WithoutConfirmation.IGNORE
                    ? "without confirmation by " + said + ", which the policy ignores"
                    : "not confirmed by " + said + ", and the policy is to hold";
        }
        return position(opinion, said);
    }

    private String veto(Opinion opinion) {
        return opinion.verdict().isEmpty() ? "no veto by " + said(opinion) : position(opinion, said(opinion));
    }

    private String position(Opinion opinion, String said) {
        if (direction() == Recommendation.HOLD) {
            return "beside it " + said;
        }
        return (opinion.contradicts(direction()) ? "contradicted by " : "not against it ") + said;
    }

    /** The deciding model is not named again. */
    private String said(Opinion opinion) {
        var voice = opinion.voice();
        var same = finding.deciders().size() == 1
                && finding.deciding().voice().model().equals(voice.model());
        return (same ? voice.timeframe().code() : voice.words()) + " (" + opinion.words() + ")";
    }

    private Stream<Opinion> against() {
        return Stream.concat(confirmations.stream(), vetoes.stream())
                .filter(opinion -> opinion.contradicts(direction()));
    }

    private Stream<Opinion> silent() {
        return confirmations.stream().filter(opinion -> opinion.verdict().isEmpty());
    }

    private Recommendation direction() {
        return finding.direction();
    }
}
