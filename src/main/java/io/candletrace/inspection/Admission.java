package io.candletrace.inspection;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.inspection.Judgement.Admitted;
import io.candletrace.inspection.Judgement.Rejected;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a row must be to become a bar.
 *
 * @param calendar the instrument's
 * @param timeframe of the bars, not above daily
 * @param now bars that close after it are left out
 */
public record Admission(TradingCalendar calendar, Timeframe timeframe, Instant now) {
    private static final int MAX_SHOWN = 60;

    /** Older than any market. What is far outside of time does not fit into a calendar's arithmetic. */
    private static final LocalDate EARLIEST = LocalDate.of(1600, 1, 1);

    private static final Instant LONG_AGO = Instant.parse("1599-12-31T00:00:00Z");

    /** Whatever is nearer is told when it will have closed. */
    private static final Duration FAR_AHEAD = Duration.ofDays(365);

    /** By time, and by every figure where times are equal, so that the order they came in does not matter. */
    private static final Comparator<Bar> ORDER = Comparator.comparing(Bar::opensAt)
            .thenComparing(Bar::open)
            .thenComparing(Bar::high)
            .thenComparing(Bar::low)
            .thenComparing(Bar::close)
            .thenComparing(Bar::volume);

    public Admission {
        if (timeframe.compareTo(Timeframe.DAILY) > 0) {
            throw new IllegalArgumentException("weeks and months are made of days, was " + timeframe);
        }
    }

    /** Judges one row by itself. */
    public Judgement judge(Candidate candidate) {
        var date = dateOf(candidate.opening());
        if (date.isBefore(EARLIEST)) {
            return rejected(
                    FindingCode.NOT_A_SESSION,
                    candidate,
                    date,
                    "a bar is of " + EARLIEST + " or later, this one is of " + words(candidate.opening()));
        }
        if (date.isAfter(latest())) {
            return rejected(
                    FindingCode.FUTURE,
                    candidate,
                    date,
                    "a bar has closed, but this one is of " + words(candidate.opening()) + " and now is " + now);
        }
        return period(candidate.opening())
                .map(period -> judge(candidate, period))
                .orElseGet(() -> rejected(FindingCode.NOT_A_SESSION, candidate, date, noPeriod(candidate)));
    }

    /** Judges rows together: the same rows come to the same, whatever their order, but for {@code OUT_OF_ORDER}. */
    public Verdict judge(Iterable<Candidate> candidates) {
        var bars = new ArrayList<Bar>();
        var findings = new ArrayList<Finding>();
        for (var candidate : candidates) {
            switch (judge(candidate)) {
                case Admitted(var bar) -> bars.add(bar);
                case Rejected(var finding) -> findings.add(finding);
            }
        }
        outOfOrder(bars).ifPresent(findings::add);
        bars.sort(ORDER);
        var kept = once(bars, findings);
        findings.sort(Comparator.comparing(Finding::sessionDate)
                .thenComparing(finding -> finding.opensAt().orElse(Instant.MIN))
                .thenComparing(Finding::code)
                .thenComparing(Finding::detail));
        return new Verdict(kept, findings);
    }

    /** A piece of outside text as it may appear in a message: short, and without control characters. */
    public static String shown(String text) {
        var cut = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    }

    private Judgement judge(Candidate candidate, Session period) {
        if (period.closesAt().isAfter(now)) {
            return rejected(
                    period.opensAt().isAfter(now) ? FindingCode.FUTURE : FindingCode.UNFINISHED,
                    candidate,
                    period.date(),
                    "a bar has closed, but this one closes at " + period.closesAt() + " and now is " + now);
        }
        var figures = new Figures(candidate, period, timeframe);
        return figures.fault().<Judgement>map(Rejected::new).orElseGet(() -> new Admitted(figures.bar()));
    }

    private Optional<Session> period(Opening opening) {
        return switch (opening) {
            case Opening.On(var date) -> timeframe == Timeframe.DAILY ? calendar.session(date) : Optional.empty();
            case Opening.At(var moment) ->
                timeframe == Timeframe.DAILY
                        ? calendar.session(dateOf(moment))
                        : calendar.periodAt(timeframe, moment)
                                .filter(period -> period.opensAt().equals(moment));
        };
    }

    private String noPeriod(Candidate candidate) {
        return switch (candidate.opening()) {
            case Opening.On(var date)
            when timeframe == Timeframe.DAILY -> date + " is not a session of " + calendar.id();
            case Opening.On(var date) ->
                "a time was expected for a " + timeframe.code() + " bar, found the date " + date;
            case Opening.At(var moment)
            when timeframe == Timeframe.DAILY -> dateOf(moment) + " is not a session of " + calendar.id();
            case Opening.At(var moment) ->
                "no " + timeframe.code() + " bar of " + calendar.id() + " opens at " + moment;
        };
    }

    private LocalDate dateOf(Opening opening) {
        return switch (opening) {
            case Opening.On(var date) -> date;
            case Opening.At(var moment) -> dateOf(moment);
        };
    }

    /** A moment that is too far away for a date is of the nearest date that is too far away for a bar. */
    private LocalDate dateOf(Instant moment) {
        if (moment.isBefore(LONG_AGO)) {
            return EARLIEST.minusDays(1);
        }
        return moment.isAfter(now.plus(FAR_AHEAD))
                ? latest().plusDays(1)
                : LocalDate.ofInstant(moment, calendar.zone());
    }

    private LocalDate latest() {
        return LocalDate.ofInstant(now.plus(FAR_AHEAD), calendar.zone());
    }

    private static String words(Opening opening) {
        return switch (opening) {
            case Opening.On(var date) -> date.toString();
            case Opening.At(var moment) -> moment.toString();
        };
    }

    private Judgement rejected(FindingCode code, Candidate candidate, LocalDate date, String detail) {
        return new Rejected(Finding.of(code, date, candidate.place() + ": " + detail));
    }

    /** Neither oldest first nor newest first. */
    private Optional<Finding> outOfOrder(List<Bar> bars) {
        var ascents = 0;
        var descents = 0;
        for (int i = 1; i < bars.size(); i++) {
            var step = bars.get(i).opensAt().compareTo(bars.get(i - 1).opensAt());
            ascents += step > 0 ? 1 : 0;
            descents += step < 0 ? 1 : 0;
        }
        if (ascents == 0 || descents == 0) {
            return Optional.empty();
        }
        var first = bars.stream().min(ORDER).orElseThrow();
        var fewer = Math.min(ascents, descents);
        return Optional.of(Finding.of(
                FindingCode.OUT_OF_ORDER,
                first,
                timeframe,
                "rows should be oldest first or newest first, but " + fewer + (fewer == 1 ? " goes" : " go")
                        + " the other way; they were sorted"));
    }

    private List<Bar> once(List<Bar> sorted, List<Finding> findings) {
        var kept = new ArrayList<Bar>();
        for (int start = 0, end; start < sorted.size(); start = end) {
            end = start + 1;
            while (end < sorted.size()
                    && sorted.get(end).opensAt().equals(sorted.get(start).opensAt())) {
                end++;
            }
            var same = sorted.subList(start, end);
            if (same.getFirst().equals(same.getLast())) {
                kept.add(same.getFirst());
            }
            if (same.size() > 1) {
                findings.add(repeated(same));
            }
        }
        return kept;
    }

    private Finding repeated(List<Bar> same) {
        var bar = same.getFirst();
        var when = timeframe.intraday()
                ? bar.opensAt().toString()
                : bar.sessionDate().toString();
        var equal = bar.equals(same.getLast());
        return Finding.of(
                equal ? FindingCode.DUPLICATE : FindingCode.CONFLICTING_DUPLICATE,
                bar,
                timeframe,
                "one bar a time, but " + when + " comes " + same.size() + " times"
                        + (equal ? ", always the same" : " and differs; none is taken"));
    }
}
