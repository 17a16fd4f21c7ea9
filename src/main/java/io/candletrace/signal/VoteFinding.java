package io.candletrace.signal;

import io.candletrace.analysis.Recommendation;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.signal.DecisionRule.Vote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several analyses vote. One that nobody should act on counts as HOLD, one without a verdict not at all. */
final class VoteFinding {
    private static final int DECIMALS = 4;

    private final Vote rule;
    private final List<Ballot> ballots;

    private VoteFinding(Vote rule, List<Ballot> ballots) {
        this.rule = rule;
        this.ballots = ballots;
    }

    /**
     * Counts.
     *
     * @throws ServiceException {@code ANSWER_UNUSABLE} when no voter has a verdict
     */
    static Finding of(Vote rule, ClaimLimits limits, Hearing hearing) {
        var ballots = hearing.opinions(rule.of()).stream()
                .map(opinion -> new Ballot(opinion, Scrutiny.of(limits, opinion)))
                .toList();
        return new VoteFinding(rule, ballots).finding();
    }

    private Finding finding() {
        var voters = ballots.stream().filter(Ballot::cast).toList();
        var deciding = voters.stream().findFirst().orElseThrow(this::unusable);
        var winner = winner();
        var speaker =
                voters.stream().filter(ballot -> ballot.is(winner)).findFirst().orElse(deciding);
        return new Finding(
                winner,
                deciding.opinion(),
                voters.stream().map(Ballot::opinion).toList(),
                (winner == Recommendation.HOLD ? deciding : speaker).opinion(),
                confidence(winner),
                Optional.empty(),
                Stream.concat(Stream.of(counted(winner)), ballots.stream().map(Ballot::words))
                        .toList(),
                "what the " + count(winner) + " votes for it have together, over all " + ballots.size() + " voters");
    }

    private Recommendation winner() {
        return Stream.of(Recommendation.BUY, Recommendation.SELL)
                .filter(direction -> count(direction) >= rule.quorum())
                .findFirst()
                .orElse(Recommendation.HOLD);
    }

    private BigDecimal confidence(Recommendation winner) {
        if (winner == Recommendation.HOLD) {
            return BigDecimal.ZERO;
        }
        return ballots.stream()
                .filter(ballot -> ballot.is(winner))
                .flatMap(ballot -> ballot.scrutiny().map(Scrutiny::confidence).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(ballots.size()), DECIMALS, RoundingMode.HALF_UP);
    }

    private String counted(Recommendation winner) {
        var votes = count(Recommendation.BUY) + " BUY, " + count(Recommendation.SELL) + " SELL, "
                + count(Recommendation.HOLD) + " HOLD of " + ballots.size() + " voters";
        return votes
                + (winner == Recommendation.HOLD ? ", no direction has the quorum of " : ", the quorum is ")
                + rule.quorum();
    }

    private long count(Recommendation vote) {
        return ballots.stream().filter(ballot -> ballot.is(vote)).count();
    }

    private ServiceException unusable() {
        return new ServiceException(
                FailureReason.ANSWER_UNUSABLE,
                "expected a verdict by at least one voter, found "
                        + ballots.stream()
                                .map(ballot -> ballot.opinion().voice().words() + " "
                                        + ballot.opinion().words())
                                .collect(Collectors.joining("; ")));
    }

    /**
     * A voter and what becomes of its vote.
     *
     * @param scrutiny empty when it has no verdict
     */
    private record Ballot(Opinion opinion, Optional<Scrutiny> scrutiny) {
        boolean cast() {
            return scrutiny.isPresent();
        }

        boolean is(Recommendation vote) {
            return opinion.verdict()
                    .filter(verdict ->
                            vote == (objection().isPresent() ? Recommendation.HOLD : verdict.recommendation()))
                    .isPresent();
        }

        String words() {
            if (!cast()) {
                return opinion.voice().words() + " has no vote (" + opinion.words() + ")";
            }
            return opinion.voice().words() + " says " + opinion.words()
                    + objection()
                            .map(why -> " and counts as HOLD (" + why + ")")
                            .or(() -> scrutiny.flatMap(Scrutiny::weakening).map(why -> " (" + why + ")"))
                            .orElse("");
        }

        private Optional<String> objection() {
            return scrutiny.flatMap(Scrutiny::objection);
        }
    }
}
