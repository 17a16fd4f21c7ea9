package io.candletrace.schedule;

import io.candletrace.strategy.CatchUp;
import io.candletrace.strategy.Fires;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of the fires of a strategy that are due. A fire that is not older than the grace runs in any case; of those that were
 * missed, none, the last or all do.
 *
 * @param run these, in order
 * @param next the first fire that is not dealt with by this; absent when there is none any more
 * @param skipped how many never run, as far as they were counted: at most {@code COUNTED}
 */
record CatchUpPlan(List<Instant> run, Optional<Instant> next, int skipped) {
    /** Where counting stops: a schedule that fires every second was missed 86,400 times after a day. */
    static final int COUNTED = 1_000;

    CatchUpPlan {
        run = List.copyOf(run);
    }

    /**
     * Plans.
     *
     * @param due the oldest fire that was not dealt with
     * @param now until when fires are due
     * @param limits of what is made up for
     */
    static CatchUpPlan of(Fires fires, CatchUp wanted, Instant due, Instant now, Limits limits) {
        var start = due.minusNanos(1);
        var timely = now.minus(limits.grace()).minusNanos(1);
        if (wanted == CatchUp.ALL || !timely.isAfter(start)) {
            return planned(fires, upTo(fires, start, now, limits.atOnce()), now, 0);
        }
        var missed = fires.count(start, timely, COUNTED);
        var run = new ArrayList<Instant>();
        if (wanted == CatchUp.LATEST) {
            fires.last(start, timely).ifPresent(run::add);
        }
        var skipped = missed - run.size();
        run.addAll(upTo(fires, timely, now, limits.atOnce() - run.size()));
        return planned(fires, run, now, skipped);
    }

    private static CatchUpPlan planned(Fires fires, List<Instant> run, Instant now, int skipped) {
        return new CatchUpPlan(run, fires.after(run.isEmpty() ? now : run.getLast()), skipped);
    }

    private static List<Instant> upTo(Fires fires, Instant from, Instant to, int most) {
        var found = new ArrayList<Instant>();
        var fire = fires.within(from, to);
        while (fire.isPresent() && found.size() < most) {
            found.add(fire.get());
            fire = fires.within(fire.get(), to);
        }
        return found;
    }

    /**
     * How much is made up for.
     *
     * @param grace how old a fire may be and still not be missed
     * @param atOnce how many fires one plan runs; positive
     */
    record Limits(Duration grace, int atOnce) {}
}
