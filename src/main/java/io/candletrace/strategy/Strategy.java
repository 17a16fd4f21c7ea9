package io.candletrace.strategy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is run and when.
 *
 * @param active whether its schedule fires
 * @param schedule when it runs by itself; absent when it is only run by hand
 * @param timeZone of the schedule
 * @param catchUp what happens to fires that were missed
 * @param createdAt UTC
 * @param current the version that the next execution pins; carries the id, the name and the description
 */
public record Strategy(
        boolean active,
        Optional<Schedule> schedule,
        ZoneId timeZone,
        CatchUp catchUp,
        Instant createdAt,
        StrategyVersion current) {

    /** Its unique name. */
    public String name() {
        return current.name();
    }
}
