package io.candletrace.analysis.rules;

import io.candletrace.analysis.Trend;
import java.util.Optional;

/**
 * One condition that holds or does not, whenever it began.
 *
 * @param name what is looked at
 * @param side which way it points, {@code NEUTRAL} on the line itself; empty when history is too short
 * @param pattern what was seen, without figures
 * @param detail what was seen, with figures
 */
record State(String name, Optional<Trend> side, String pattern, String detail) {
    static State missing(String name) {
        return new State(name, Optional.empty(), name, name + " has too little history");
    }

    boolean points(Trend trend) {
        return side.filter(trend::equals).isPresent();
    }
}
