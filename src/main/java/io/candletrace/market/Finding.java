package io.candletrace.market;

import io.candletrace.market.FindingCode.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something odd about a series. Stored with the chart, shown on the picture and in the prompt.
 *
 * @param code what
 * @param severity whether its bars can be used all the same
 * @param sessionDate of the bar it is about
 * @param opensAt of the bar it is about, where a session has more than one
 * @param detail what was expected and what was found, one line
 */
public record Finding(
        FindingCode code, Severity severity, LocalDate sessionDate, Optional<Instant> opensAt, String detail) {

    /** About the daily or longer bar of a date, as severe as its code is. */
    public static Finding of(FindingCode code, LocalDate sessionDate, String detail) {
        return new Finding(code, code.severity(), sessionDate, Optional.empty(), detail);
    }

    /** About a bar, as severe as its code is. */
    public static Finding of(FindingCode code, Bar bar, Timeframe timeframe, String detail) {
        return new Finding(code, code.severity(), bar.sessionDate(), place(bar, timeframe), detail);
    }

    /** The same about another bar: the one that its bar went into. */
    public Finding about(Bar bar, Timeframe timeframe) {
        return new Finding(code, severity, bar.sessionDate(), place(bar, timeframe), detail);
    }

    /** The same, let pass because somebody said so. */
    public Finding accepted() {
        return new Finding(code, Severity.FLAG, sessionDate, opensAt, detail);
    }

    /** Whether it is about this bar. */
    public boolean isAbout(Bar bar) {
        return opensAt.map(bar.opensAt()::equals).orElseGet(() -> sessionDate.equals(bar.sessionDate()));
    }

    /** Whether it is about a bar before this one. */
    public boolean isBefore(Bar bar) {
        return opensAt.map(time -> time.isBefore(bar.opensAt()))
                .orElseGet(() -> sessionDate.isBefore(bar.sessionDate()));
    }

    /** Whether its bars cannot be used. */
    public boolean rejects() {
        return severity == Severity.REJECT;
    }

    private static Optional<Instant> place(Bar bar, Timeframe timeframe) {
        return timeframe.intraday() ? Optional.of(bar.opensAt()) : Optional.empty();
    }
}
