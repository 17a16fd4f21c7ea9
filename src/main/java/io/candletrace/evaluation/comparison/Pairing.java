package io.candletrace.evaluation.comparison;

import java.util.List;

/**
 * What two sides said about the same.
 *
 * @param pairs what both said, resolved; in any order
 * @param leftOut how much is not among them
 * @param a what it took one
 * @param b what it took the other
 */
public record Pairing(List<Pair> pairs, LeftOut leftOut, Effort a, Effort b) {
    public Pairing {
        pairs = List.copyOf(pairs);
    }
}
