package io.candletrace.market;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What bars are called where people or models read of them: by their session's date, {@code 2024-06-03}, or, where a session
 * has several, by date and time of their open, {@code 2024-06-03 09:30}.
 *
 * @param timeframe of the bars
 * @param zone the calendar's, in which the times are
 */
public record BarNames(Timeframe timeframe, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** The names of a series' bars. */
    public static BarNames of(BarSeries series) {
        return new BarNames(series.timeframe(), series.instrument().calendar().zone());
    }

    /** The name of a bar. */
    public String name(Bar bar) {
        return timeframe.intraday() ? time(bar.opensAt()) : bar.sessionDate().toString();
    }

    /** The name of the bar that a finding is about. */
    public String name(Finding finding) {
        return finding.opensAt()
                .map(this::time)
                .orElseGet(() -> finding.sessionDate().toString());
    }

    /** A moment, to the minute. */
    public String time(Instant moment) {
        return MINUTE.format(moment.atZone(zone));
    }

    /** What the zone is called: {@code America/New_York}, {@code UTC}. */
    public String zoneName() {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
