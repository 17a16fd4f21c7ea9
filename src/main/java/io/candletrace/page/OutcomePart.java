package io.candletrace.page;

import io.candletrace.evaluation.OutcomeRecord;
import io.candletrace.evaluation.OutcomeRecord.Return;
import io.candletrace.evaluation.OutcomeRecord.SimulatedTrade;
import io.candletrace.journal.SignalRecord;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a signal.
 *
 * @param facts from when on it was judged
 * @param returns by horizon, those that are not over among them
 * @param tradeNote why there is no trade; empty when there is one
 * @param trade what its levels would have come to; empty without one
 * @param error why it could not be judged when somebody last looked; empty when it could
 * @param scorecards where its strategy's are
 */
public record OutcomePart(
        List<Fact> facts,
        List<ReturnRow> returns,
        String tradeNote,
        List<Fact> trade,
        String error,
        String scorecards) {
    private static final String PENDING = "pending";

    /** Of a record, with the horizons that are looked at. */
    static Optional<OutcomePart> of(SignalRecord signal, Optional<OutcomeRecord> outcome, List<Integer> horizons) {
        return outcome.map(found -> new OutcomePart(
                facts(found),
                Stream.concat(
                                found.returns().stream().map(ReturnRow::of),
                                horizons.stream()
                                        .filter(horizon -> found.state().equals(PENDING))
                                        .filter(horizon ->
                                                found.returns().stream().noneMatch(one -> one.horizon() == horizon))
                                        .map(ReturnRow::pending))
                        .toList(),
                found.trade().isPresent() ? "" : noTrade(signal, found),
                found.trade().map(OutcomePart::trade).orElse(List.of()),
                found.lastError().orElse(""),
                scorecards(signal)));
    }

    private static List<Fact> facts(OutcomeRecord outcome) {
        return List.of(
                new Fact("State", outcome.state()),
                new Fact("Entry", outcome.entryAt().map(Words::time).orElse(PENDING)),
                new Fact(
                        "Entry price",
                        Words.price(outcome.returns().stream()
                                .flatMap(one -> one.entryPrice().stream())
                                .findFirst())),
                new Fact(
                        "Decided",
                        outcome.forward()
                                .map(forward -> forward
                                        ? "forward: before the entry bar opened"
                                        : "backfilled: after the entry bar had opened")
                                .orElse(PENDING)),
                new Fact(
                        "Market",
                        outcome.marketRegime()
                                .map(code -> code.replace('_', ' '))
                                .orElse(Words.NONE)),
                new Fact("Counted", outcome.counted() ? "yes" : "no"),
                new Fact("Next look", outcome.dueAt().map(Words::time).orElse(Words.NONE)));
    }

    private static String noTrade(SignalRecord signal, OutcomeRecord outcome) {
        if (signal.levels().stopLoss().isEmpty()) {
            return "Without levels there is nothing to trade.";
        }
        return outcome.state().equals(PENDING) ? "Not over yet." : "None could be simulated.";
    }

    private static List<Fact> trade(SimulatedTrade trade) {
        return List.of(
                new Fact(
                        "Result",
                        trade.exitReason()
                                .or(trade::excluded)
                                .orElse(trade.status())
                                .replace('_', ' ')),
                new Fact(
                        "Entered",
                        trade.entryAt().map(Words::time).orElse(Words.NONE) + ", " + Words.price(trade.entryPrice())),
                new Fact(
                        "Left",
                        trade.exitAt().map(Words::time).orElse(Words.NONE) + ", " + Words.price(trade.exitPrice())),
                new Fact(
                        "Net return",
                        trade.netReturn().map(Figures::change).orElse(Words.NONE) + " after costs of "
                                + Figures.percent(trade.costRate().doubleValue())),
                new Fact(
                        "In multiples of the risk",
                        trade.realisedR()
                                .map(r -> Figures.multiple(r.doubleValue()) + " R")
                                .orElse(Words.NONE)),
                new Fact(
                        "On the way",
                        trade.favourable().map(Figures::change).orElse(Words.NONE) + " at best, "
                                + trade.adverse()
                                        .map(BigDecimal::negate)
                                        .map(Figures::change)
                                        .orElse(Words.NONE) + " at worst"),
                new Fact("Bars held", trade.barsHeld().map(String::valueOf).orElse(Words.NONE)));
    }

    private static String scorecards(SignalRecord signal) {
        var subject = signal.subject();
        return "/scorecards?group_by=symbol&strategy=" + URLEncoder.encode(subject.strategy(), StandardCharsets.UTF_8)
                + (Sources.synthetic(subject.source()) ? "&include=synthetic" : "");
    }

    /**
     * What the price did after some bars.
     *
     * @param horizon bars
     * @param result whether that was what it said
     * @param tone of its colour: {@code passed failed unverified}
     */
    public record ReturnRow(int horizon, String exit, String change, String excess, String result, String tone) {

        static ReturnRow of(Return found) {
            return new ReturnRow(
                    found.horizon(),
                    found.exitAt().map(Words::time).orElse(Words.NONE),
                    found.forwardReturn().map(Figures::change).orElse(Words.NONE),
                    found.excessReturn().map(Figures::change).orElse(Words.NONE),
                    found.directionHit()
                            .map(hit -> hit ? "hit" : "miss")
                            .or(() -> found.excluded().map(reason -> "excluded: " + reason.replace('_', ' ')))
                            .orElse("no direction"),
                    found.directionHit()
                            .map(hit -> hit ? ClaimRow.PASSED : ClaimRow.FAILED)
                            .orElse(ClaimRow.UNVERIFIED));
        }

        static ReturnRow pending(int horizon) {
            return new ReturnRow(horizon, Words.NONE, Words.NONE, Words.NONE, PENDING, ClaimRow.UNVERIFIED);
        }
    }
}
