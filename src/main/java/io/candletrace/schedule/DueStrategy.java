package io.candletrace.schedule;

import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Fires;
import io.candletrace.strategy.Schedule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A strategy with a fire that is due, as it was found: it is claimed only while it still is.
 *
 * @param name for people
 * @param version the current one
 * @param schedule as its row says it
 * @param timeZone as its row says it
 * @param catchUp as its row says it
 * @param due its oldest fire that was not dealt with, UTC
 * @param now the database's time when it was found, UTC
 */
public record DueStrategy(
        StrategyId id,
        String name,
        StrategyVersionId version,
        String schedule,
        String timeZone,
        String catchUp,
        Instant due,
        Instant now) {

    /** Its fires. Throws when its row holds no schedule that can be read. */
    Fires fires() {
        return new Schedule(schedule).fires(ZoneId.of(timeZone));
    }

    /** Which missed fires it wants. */
    CatchUp wanted() {
        return CatchUp.valueOf(catchUp.toUpperCase(Locale.ROOT));
    }
}
