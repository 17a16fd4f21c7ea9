package io.candletrace.analysis;

import java.time.Duration;
import java.time.Instant;

/**
 * So many units in any minute, by the generic cell rate algorithm (ITU-T I.371): units are spread evenly but for a burst of a
 * tenth, and the burst is taken off the even rate, so that no minute has more than the limit.
 *
 * @param perMinute units in any minute at most; positive
 */
public record RateLimit(int perMinute) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BURST_SHARE = 10;

    public RateLimit {
        if (perMinute < 1) {
            throw new IllegalArgumentException("a rate is at least one a minute, was " + perMinute);
        }
    }

    /**
     * Takes units, now or as soon as they are there.
     *
     * @param until when everything taken so far is used up at the even rate
     */
    public Taken take(Instant until, Instant now, long units) {
        var from = until.isAfter(now) ? until : now;
        var pause = Duration.between(now, from).minus(even(burst()));
        return new Taken(from.plus(even(units)), pause.isNegative() ? Duration.ZERO : pause);
    }

    private int burst() {
        return perMinute / BURST_SHARE;
    }

    private Duration even(long units) {
        return MINUTE.multipliedBy(units).dividedBy(perMinute - burst());
    }

    /**
     * Units that were taken.
     *
     * @param until when everything taken so far is used up
     * @param pause until they may be used
     */
    public record Taken(Instant until, Duration pause) {}
}
