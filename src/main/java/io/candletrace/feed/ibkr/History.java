package io.candletrace.feed.ibkr;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.inspection.Admission;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The bars of one range, page by page from the newest back, and what becomes of them. */
final class History {
    /** A year of 5 minute bars; each page ends where the one before began, so this is only for a gateway that dribbles. */
    private static final int MOST_PAGES = 250;

    private final IbkrGateway gateway;
    private final Clock clock;
    private final BarRange range;
    private final long conid;
    private final List<HistoryRow> rows = new ArrayList<>();
    private Duration lag = Duration.ZERO;
    private int pages;

    History(IbkrGateway gateway, Clock clock, BarRange range, long conid) {
        this.gateway = gateway;
        this.clock = clock;
        this.range = range;
        this.conid = conid;
    }

    /** Fetches them. Fails with {@code BARS_INVALID}, or as {@link IbkrGateway#get} does. */
    Uni<BarBatch> fetch() {
        return page(range.to(), newest()).map(done -> batch());
    }

    /**
     * The end to ask for first: none when nothing has closed since, because the newest bars are what the vendor has for now.
     */
    private Optional<Instant> newest() {
        var closed = calendarClose(clock.instant());
        return closed.isAfter(range.to()) ? Optional.of(withSlack(range.to())) : Optional.empty();
    }

    private Uni<Void> page(Instant end, Optional<Instant> until) {
        var back = Duration.between(range.from(), until.orElseGet(clock::instant));
        var query = new HistoryQuery(conid, range.timeframe(), back, until);
        return gateway.get(query.path(), "the " + range.timeframe().code() + " bars of " + symbol())
                .map(answer -> answer.map(body -> HistoryPage.of(body, range)).orElse(HistoryPage.EMPTY))
                .map(page -> page.before(end))
                .chain(this::next);
    }

    /** Goes on before the oldest bar, unless that reaches far enough or the page brought nothing older. */
    private Uni<Void> next(HistoryPage page) {
        rows.addAll(0, page.rows());
        lag = lag.compareTo(page.lag()) > 0 ? lag : page.lag();
        var end = page.oldest().filter(oldest -> calendarClose(oldest).isAfter(range.from()));
        if (end.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (++pages >= MOST_PAGES) {
            return Uni.createFrom()
                    .failure(new ServiceException(
                            FailureReason.FEED_UNAVAILABLE,
                            "IBKR sent the " + range.timeframe().code() + " bars of " + symbol() + " in more than "
                                    + MOST_PAGES + " pieces, and was not asked for more"));
        }
        return page(end.get(), Optional.of(withSlack(calendarClose(end.get()))));
    }

    private Instant calendarClose(Instant moment) {
        return range.instrument()
                .calendar()
                .lastClosed(range.timeframe(), moment)
                .closesAt();
    }

    /** The vendor does not say whether a bar that ends with the period is in it: what comes too much is dropped. */
    private Instant withSlack(Instant close) {
        var timeframe = range.timeframe();
        return close.plus(timeframe == Timeframe.DAILY ? Duration.ofDays(1) : timeframe.length());
    }

    private BarBatch batch() {
        var wanted = rows.stream()
                .filter(row -> !row.opensAt().isBefore(range.from()))
                .map(HistoryRow::candidate)
                .toList();
        var now = clock.instant().minus(lag);
        var verdict = new Admission(range.instrument().calendar(), range.timeframe(), now).judge(wanted);
        var findings = verdict.findings().stream()
                .filter(finding -> !finding.code().isNotYet())
                .map(History::flaggedOutsideHours)
                .toList();
        findings.stream().filter(Finding::rejects).findFirst().ifPresent(finding -> {
            throw new ServiceException(FailureReason.BARS_INVALID, finding.detail());
        });
        return new BarBatch(verdict.bars().stream().filter(range::contains).toList(), findings);
    }

    /** The vendor trades, and reports, at hours of its own: such a bar is left out and said to be. */
    private static Finding flaggedOutsideHours(Finding finding) {
        return finding.code() == FindingCode.NOT_A_SESSION ? finding.accepted() : finding;
    }

    private String symbol() {
        return range.instrument().symbol().value();
    }
}
