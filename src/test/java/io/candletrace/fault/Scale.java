package io.candletrace.fault;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;

/** How much of each fault there is: a little in every build, all of it with {@code -Pfaults}, and anything by its property. */
final class Scale {
    private static final boolean LONG = Boolean.getBoolean("faults.long");

    private Scale() {}

    /** A count: the system property {@code faults.<name>}, else the one of the short or of the long form. */
    static int of(String name, int inShort, int inLong) {
        return Integer.getInteger("faults." + name, LONG ? inLong : inShort);
    }

    /** For cases that take too long for every build, or whose parts other tests look at there. */
    static void requireLong() {
        assumeThat(LONG).as("for the long form only").isTrue();
    }

    /** A number of seconds. */
    static Duration seconds(String name, int inShort, int inLong) {
        return Duration.ofSeconds(of(name, inShort, inLong));
    }

    /** How long the queue may take to drain. */
    static Duration patience() {
        return Duration.ofSeconds(of("patience", 90, 600));
    }
}
