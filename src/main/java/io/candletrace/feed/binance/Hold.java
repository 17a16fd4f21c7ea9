package io.candletrace.feed.binance;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import java.time.Instant;

/** Why nothing may be sent now. */
sealed interface Hold {
    /** Until when, UTC. */
    Instant until();

    /** The limit is used up; worth waiting for. */
    record Paused(Instant until, String why) implements Hold {}

    /** The vendor has banned this address; every request more may make it longer. */
    record Banned(Instant until) implements Hold {
        ServiceException failure() {
            return new ServiceException(
                    FailureReason.FEED_UNAVAILABLE,
                    "Binance has banned this address until " + until + "; nothing is sent before");
        }
    }
}
