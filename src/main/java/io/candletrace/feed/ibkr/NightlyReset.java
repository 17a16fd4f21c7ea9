package io.candletrace.feed.ibkr;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When the vendor resets its North American servers: 23:45 to 00:45 in New York, and on Friday from 23:00 to 03:00
 * (interactivebrokers.com/en/software/systemStatus.php). Good for words only: nothing is decided by it.
 */
final class NightlyReset {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime FROM = LocalTime.of(23, 45);
    private static final LocalTime TO = LocalTime.of(0, 45);
    private static final LocalTime FRIDAY_FROM = LocalTime.of(23, 0);
    private static final LocalTime SATURDAY_TO = LocalTime.of(3, 0);

    private NightlyReset() {}

    /** Whether it is on at this moment. */
    static boolean covers(Instant moment) {
        var local = moment.atZone(NEW_YORK);
        var from = local.getDayOfWeek() == DayOfWeek.FRIDAY ? FRIDAY_FROM : FROM;
        var to = local.getDayOfWeek() == DayOfWeek.SATURDAY ? SATURDAY_TO : TO;
        return !local.toLocalTime().isBefore(from) || local.toLocalTime().isBefore(to);
    }
}
