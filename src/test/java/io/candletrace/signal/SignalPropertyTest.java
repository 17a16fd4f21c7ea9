package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Recommendation;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.DecisionRule.Decider;
import io.candletrace.signal.DecisionRule.Vote;
import io.candletrace.testing.SampleClaims;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any policy over any answers of three models on two timeframes. */
class SignalPropertyTest {
    private static final List<Voice> VOICES = Spoken.MODELS.stream()
            .flatMap(model -> Stream.of(new Voice(model, Timeframe.DAILY), new Voice(model, Timeframe.WEEKLY)))
            .toList();

    @Property(tries = 400)
    void comesFromCompletedAnalysesOnly(
            @ForAll("policies") SignalPolicy policy,
            @ForAll("analyses") List<Recorded<AnalysisId, Analysis>> analyses) {
        var signal = decided(policy, analyses);

        signal.ifPresent(given -> {
            var usable = analyses.stream()
                    .filter(analysis -> completed(analysis.value()))
                    .toList();
            assertThat(usable).contains(given.deciding());
            assertThat(given.citations())
                    .filteredOn(citation -> citation.role() != AnalysisRole.OBSERVES)
                    .allSatisfy(citation -> assertThat(usable)
                            .anyMatch(analysis -> analysis.id().equals(citation.analysis())));
        });
    }

    @Property(tries = 400)
    void followsOnlySoManyWhoDecide_andContradictNothing(
            @ForAll("policies") SignalPolicy policy,
            @ForAll("analyses") List<Recorded<AnalysisId, Analysis>> analyses) {
        var signal = decided(policy, analyses).filter(given -> given.type() != SignalType.HOLD);

        signal.ifPresent(given -> {
            var needed = policy.rule() instanceof Vote vote ? vote.quorum() : 1;
            assertThat(given.citations())
                    .filteredOn(citation -> citation.role() == AnalysisRole.DECIDES)
                    .filteredOn(citation -> analyses.stream()
                            .filter(analysis -> analysis.id().equals(citation.analysis()))
                            .anyMatch(analysis -> stands(analysis.value(), given.type(), policy.claims())))
                    .hasSizeGreaterThanOrEqualTo(needed);
            assertThat(given.citations()).noneMatch(citation -> citation.role() == AnalysisRole.VETOES);
            assertThat(given.confidence())
                    .hasValueSatisfying(value -> assertThat(value)
                            .isBetween(BigDecimal.ZERO, BigDecimal.ONE)
                            .isGreaterThanOrEqualTo(policy.minConfidence()));
        });
    }

    @Property(tries = 200)
    void saysTheSame_whateverItIsThatAFailedAnalysisSaid(
            @ForAll("policies") SignalPolicy policy,
            @ForAll("analyses") List<Recorded<AnalysisId, Analysis>> analyses) {
        // Given
        var refused = analyses.stream()
                .map(analysis -> completed(analysis.value()) ? analysis : refused(analysis))
                .toList();

        // Then
        assertThat(decided(policy, refused).map(Signal::type))
                .isEqualTo(decided(policy, analyses).map(Signal::type));
    }

    @Property(tries = 100)
    void isNone_whenNobodyCompleted(
            @ForAll("policies") SignalPolicy policy, @ForAll("failures") List<AnalysisStatus> statuses) {
        // Given
        var analyses = new ArrayList<Recorded<AnalysisId, Analysis>>();
        for (var i = 0; i < VOICES.size(); i++) {
            var voice = VOICES.get(i);
            analyses.add(Spoken.fails(i + 1, voice.model(), voice.timeframe().code(), statuses.get(i)));
        }

        // Then
        assertThat(decided(policy, analyses)).isEmpty();
    }

    @Provide
    Arbitrary<SignalPolicy> policies() {
        var limits = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3))
                .as(ClaimLimits::new);
        var least = Arbitraries.of("0", "0.3", "0.6", "0.78").map(BigDecimal::new);
        return Combinators.combine(Arbitraries.oneOf(deciders(), votes()), limits, least, voices())
                .as((rule, claims, confidence, vetoes) ->
                        new SignalPolicy(rule, claims, confidence, without(vetoes, rule)));
    }

    @Provide
    Arbitrary<List<AnalysisStatus>> failures() {
        return failure().list().ofSize(VOICES.size());
    }

    @Provide
    Arbitrary<List<Recorded<AnalysisId, Analysis>>> analyses() {
        var answers = Combinators.combine(
                        Arbitraries.of(Recommendation.values()), failure(), Arbitraries.of(true, true, false), claims())
                .as(Answer::new);
        return answers.list().ofSize(VOICES.size()).map(given -> {
            var analyses = new ArrayList<Recorded<AnalysisId, Analysis>>();
            for (var i = 0; i < VOICES.size(); i++) {
                analyses.add(given.get(i).by(i + 1, VOICES.get(i)));
            }
            return analyses;
        });
    }

    private static Arbitrary<AnalysisStatus> failure() {
        return Arbitraries.of(AnalysisStatus.values()).filter(status -> status != AnalysisStatus.COMPLETED);
    }

    private static Arbitrary<DecisionRule> deciders() {
        return Combinators.combine(
                        Arbitraries.of(Spoken.MODELS).optional(),
                        Arbitraries.of(Timeframe.DAILY, Timeframe.WEEKLY).optional(),
                        voices().optional(),
                        Arbitraries.of(WithoutConfirmation.values()))
                .as(Decider::new);
    }

    private static Arbitrary<DecisionRule> votes() {
        return Arbitraries.of(VOICES)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .flatMap(of -> Arbitraries.integers()
                        .between(of.size() / 2 + 1, of.size())
                        .map(quorum -> new Vote(of, quorum)));
    }

    private static Arbitrary<List<Voice>> voices() {
        return Arbitraries.of(VOICES).list().uniqueElements().ofMaxSize(2);
    }

    private static Arbitrary<List<Claim>> claims() {
        var counted = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 4))
                .as(SampleClaims::of);
        var contradiction = List.of(SampleClaims.claim(Kind.TARGET_SIDE, Result.FAILED));
        return Arbitraries.oneOf(counted, counted, Arbitraries.just(contradiction));
    }

    private static List<Voice> without(List<Voice> vetoes, DecisionRule rule) {
        var taken = switch (rule) {
            case Decider decider -> {
                var named = new ArrayList<>(decider.confirmations().orElse(List.of()));
                named.add(decider.voice(Spoken.MODELS, List.of(Timeframe.DAILY, Timeframe.WEEKLY)));
                yield named;
            }
            case Vote vote -> vote.of();
        };
        return vetoes.stream().filter(voice -> !taken.contains(voice)).toList();
    }

    private static Optional<Signal> decided(SignalPolicy policy, List<Recorded<AnalysisId, Analysis>> analyses) {
        try {
            return Optional.of(Spoken.decide(policy, analyses));
        } catch (ServiceException none) {
            assertThat(none.reason()).isEqualTo(FailureReason.ANSWER_UNUSABLE);
            return Optional.empty();
        }
    }

    private static boolean completed(Analysis analysis) {
        return analysis.status() == AnalysisStatus.COMPLETED;
    }

    private static boolean stands(Analysis analysis, SignalType type, ClaimLimits limits) {
        var failed = analysis.claims().stream()
                .filter(claim -> claim.result() == Result.FAILED)
                .toList();
        return analysis.verdict().orElseThrow().recommendation().name().equals(type.name())
                && failed.size() <= limits.most()
                && failed.stream().noneMatch(claim -> claim.kind().contradiction());
    }

    private static Recorded<AnalysisId, Analysis> refused(Recorded<AnalysisId, Analysis> analysis) {
        var question = analysis.value().question();
        return Spoken.fails(
                analysis.id().value(),
                question.model().name(),
                question.chart().value().chart().series().series().timeframe().code(),
                AnalysisStatus.REFUSED);
    }

    private record Answer(
            Recommendation recommendation, AnalysisStatus failure, boolean completes, List<Claim> claims) {
        Recorded<AnalysisId, Analysis> by(long id, Voice voice) {
            var timeframe = voice.timeframe().code();
            return completes
                    ? SampleClaims.claiming(Spoken.says(id, voice.model(), timeframe, recommendation), claims)
                    : Spoken.fails(id, voice.model(), timeframe, failure);
        }
    }
}
