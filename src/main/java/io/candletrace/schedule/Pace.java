package io.candletrace.schedule;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Instrument;
import io.candletrace.market.TradingCalendar;
import io.candletrace.strategy.Fires;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.Strategy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * How a backfill goes through its span, whatever becomes of the strategy's schedule meanwhile.
 *
 * @param text an ISO 8601 period or duration, or a schedule
 * @param zone of the text
 */
record Pace(String text, ZoneId zone) {
    private static final String SESSION = "session";
    private static final String SCHEDULE = "schedule";
    private static final String ISO = "P";

    /**
     * What a step comes to.
     *
     * @param instruments the strategy's, whose sessions {@code session} means
     * @throws ServiceException {@code IMPOSSIBLE_REQUEST} when the step cannot be read, or means nothing for this strategy
     */
    static Pace of(String step, Strategy strategy, List<Instrument> instruments) {
        var pace = new Pace(
                switch (step) {
                    case SESSION -> Schedule.closes(calendar(instruments)).text();
                    case SCHEDULE ->
                        strategy.schedule()
                                .map(Schedule::text)
                                .orElseThrow(
                                        () -> impossible("the strategy '" + strategy.name() + "' has no schedule"));
                    default -> iso(step);
                },
                strategy.timeZone());
        pace.fires(Instant.EPOCH);
        return pace;
    }

    /**
     * The instants it goes through.
     *
     * @param first the first of them, when it is a period or a duration
     */
    Fires fires(Instant first) {
        if (iso()) {
            return StepFires.parse(text, first, zone).orElseThrow(() -> unreadable(text));
        }
        return new Schedule(text).fires(zone);
    }

    private boolean iso() {
        return text.startsWith(ISO);
    }

    /** No schedule begins like this. */
    private static String iso(String step) {
        if (!step.startsWith(ISO)) {
            throw unreadable(step);
        }
        return step;
    }

    private static String calendar(List<Instrument> instruments) {
        var calendars = instruments.stream()
                .map(Instrument::calendar)
                .map(TradingCalendar::id)
                .distinct()
                .toList();
        if (calendars.size() > 1) {
            throw impossible("'session' needs one calendar, and the strategy's instruments have " + calendars);
        }
        return calendars.getFirst();
    }

    private static ServiceException unreadable(String step) {
        return impossible(
                "expected a period such as P1D, a duration of at least a second such as PT4H, session or schedule,"
                        + " found '" + step + "'");
    }

    private static ServiceException impossible(String detail) {
        return new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, "step: " + detail);
    }
}
