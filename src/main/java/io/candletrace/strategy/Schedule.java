package io.candletrace.strategy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.TradingCalendars;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When something runs by itself.
 *
 * @param text a cron expression in Quartz syntax, seconds first, or Unix' when it has five fields; or {@code on the close of XNYS
 *     + 10 min}, with {@code open}, {@code -} and {@code h} as well, and no offset at all
 */
public record Schedule(String text) {

    private static final String SESSIONS = "on ";

    /**
     * Reads a schedule.
     *
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when it is none
     */
    public static Schedule parse(String text) {
        var schedule = new Schedule(text.strip().replaceAll("\\s+", " "));
        schedule.fires(ZoneOffset.UTC);
        return schedule;
    }

    /** A market's every close, and nothing but the close. */
    public static Schedule closes(String calendar) {
        return parse("on the close of " + calendar);
    }

    /**
     * Its fires.
     *
     * @param zone of a cron expression; a market's sessions have their own
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when it cannot be read
     */
    public Fires fires(ZoneId zone) {
        if (text.startsWith(SESSIONS)) {
            return SessionFires.parse(text).orElseThrow(this::noSession);
        }
        try {
            return CronFires.parse(text, zone);
        } catch (IllegalArgumentException cause) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "schedule: expected a cron expression with seconds first, or five fields, or a market's sessions such as"
                            + " 'on the close of XNYS + 10 min', found '" + text + "'",
                    cause);
        }
    }

    private ServiceException noSession() {
        return new ServiceException(
                FailureReason.IMPOSSIBLE_REQUEST,
                "schedule: expected 'on the close of XNYS + 10 min', with open or close, one of "
                        + TradingCalendars.ids() + " and at most 24 h before or after, found '" + text + "'");
    }
}
