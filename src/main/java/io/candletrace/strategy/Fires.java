package io.candletrace.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The times at which something happens by itself, in order. Pure: the same times whoever asks and when. */
public interface Fires {
    /** The first one after an instant; empty when there is none any more. */
    Optional<Instant> after(Instant instant);

    /**
     * The last one of a span, found without walking through those before it.
     *
     * @param from itself not in the span
     * @param to the last instant of the span
     */
    default Optional<Instant> last(Instant from, Instant to) {
        var found = within(from, to);
        var bound = to;
        var next = found;
        while (next.isPresent()) {
            found = next;
            var low = next.get();
            var middle = low.plus(Duration.between(low, bound).dividedBy(2));
            var beyond = within(middle, to);
            bound = beyond.isPresent() ? bound : middle;
            next = beyond.or(() -> within(low, to));
        }
        return found;
    }

    /**
     * How many there are in a span, as far as it is worth knowing.
     *
     * @param from itself not in the span
     * @param to the last instant of the span
     * @param most where counting stops
     */
    default int count(Instant from, Instant to, int most) {
        var count = 0;
        var fire = within(from, to);
        while (fire.isPresent() && count < most) {
            count++;
            fire = within(fire.get(), to);
        }
        return count;
    }

    /** The first one after an instant that is not after another. */
    default Optional<Instant> within(Instant from, Instant to) {
        return after(from).filter(fire -> !fire.isAfter(to));
    }
}
