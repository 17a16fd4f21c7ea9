package io.candletrace.api;

import io.candletrace.request.Parameters;
import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Schedule;
import io.candletrace.strategy.StrategyDraft.Timing;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What {@code PUT /api/strategies/{name}/schedule} holds: all of a strategy's timing. Without a schedule it is only run by hand.
 */
record ScheduleInput(Optional<String> schedule, Optional<String> timeZone, Optional<String> catchUp) {

    private static final int MAX_SCHEDULE = 200;

    Timing toTiming() {
        return new Timing(
                schedule.map(text -> Schedule.parse(Parameters.text("schedule", text, MAX_SCHEDULE))),
                zone(timeZone.orElse("UTC")),
                StrategyInput.choice("catch_up", catchUp, CatchUp.class, CatchUp.LATEST));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            throw StrategyInput.impossible("time_zone", "an IANA zone such as America/New_York", id);
        }
    }
}
