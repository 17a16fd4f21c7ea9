package io.candletrace.feed;

import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for what is odd about the bars that answer a request.
 *
 * @param calendar the instrument's
 * @param bars the answer, oldest first, at least one
 */
record Inspection(TradingCalendar calendar, List<Bar> bars) {
    private static final String GAP = "GAP";
    private static final String INCONSISTENT = "OHLC_INCONSISTENT";

    /**
     * Bars that open or close outside their own range, and runs of sessions that are missing between the first and the last
     * of these bars.
     *
     * @param daily the bars that the answer was made of, and perhaps others
     */
    List<Finding> findings(List<Bar> daily) {
        return Stream.concat(bars.stream().flatMap(bar -> inconsistency(bar).stream()), gaps(daily).stream())
                .toList();
    }

    private static Optional<Finding> inconsistency(Bar bar) {
        if (isInside(bar.open(), bar) && isInside(bar.close(), bar)) {
            return Optional.empty();
        }
        var detail = "open and close should be from low " + bar.low().toPlainString() + " to high "
                + bar.high().toPlainString() + ", were " + bar.open().toPlainString() + " and "
                + bar.close().toPlainString();
        return Optional.of(new Finding(INCONSISTENT, bar.sessionDate(), detail));
    }

    private static boolean isInside(BigDecimal price, Bar bar) {
        return price.compareTo(bar.low()) >= 0 && price.compareTo(bar.high()) <= 0;
    }

    private List<Finding> gaps(List<Bar> daily) {
        var used = daily.stream().filter(this::isUsed).toList();
        var gaps = new ArrayList<Finding>();
        for (int i = 1; i < used.size(); i++) {
            var after = used.get(i);
            var expected = calendar.following(Timeframe.DAILY, used.get(i - 1).sessionDate());
            if (expected.date().isBefore(after.sessionDate())) {
                gaps.add(gap(expected.date(), after.sessionDate()));
            }
        }
        return gaps;
    }

    private boolean isUsed(Bar session) {
        return !session.opensAt().isBefore(bars.getFirst().opensAt())
                && !session.closesAt().isAfter(bars.getLast().closesAt());
    }

    /** Of the first bar that could have held the missing sessions. */
    private Finding gap(LocalDate firstMissing, LocalDate next) {
        var missing = firstMissing
                .datesUntil(next)
                .filter(date -> calendar.session(date).isPresent())
                .toList();
        var closed = calendar.session(firstMissing).orElseThrow().closesAt();
        var bar = bars.stream()
                .filter(candidate -> !candidate.closesAt().isBefore(closed))
                .findFirst()
                .orElseGet(bars::getLast);
        var detail = missing.size() + " sessions are missing, " + missing.getFirst() + " to " + missing.getLast();
        return new Finding(
                GAP,
                bar.sessionDate(),
                missing.size() == 1 ? "the session of " + firstMissing + " is missing" : detail);
    }
}
