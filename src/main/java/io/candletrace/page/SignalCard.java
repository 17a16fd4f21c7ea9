package io.candletrace.page;

import io.candletrace.journal.SignalRecord;
import java.util.Locale;

/**
 * A signal in a list.
 *
 * @param type {@code BUY SELL HOLD}
 * @param tone of its colour: {@code buy sell hold}
 * @param confidence in percent, or a dash
 */
public record SignalCard(
        long id,
        long chartId,
        String symbol,
        String type,
        String tone,
        String confidence,
        String timeframe,
        String asOf,
        String strategy,
        String status,
        boolean synthetic) {

    static SignalCard of(SignalRecord signal) {
        var subject = signal.subject();
        var decision = signal.decision();
        return new SignalCard(
                subject.id(),
                subject.chartId(),
                subject.symbol(),
                decision.signalType(),
                decision.signalType().toLowerCase(Locale.ROOT),
                Words.percent(decision.confidence()),
                Words.timeframe(decision.timeframePrimary()),
                Words.time(subject.asOf()),
                subject.strategy(),
                subject.status(),
                Sources.synthetic(subject.source()));
    }

    /** Whether its status is worth a word. */
    public boolean past() {
        return !status.equals("active");
    }
}
