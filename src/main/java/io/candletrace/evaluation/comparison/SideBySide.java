package io.candletrace.evaluation.comparison;

import java.util.Arrays;
import java.util.Optional;

/**
 * Two beside each other. Where there are fewer than 30 pairs there are counts and what it took, and nothing else.
 *
 * @param query what was asked, with the versions that were meant
 * @param pairs how many there are
 * @param days how many days they are of
 * @param leftOut what is not among them
 * @param directions who was right
 * @param agreement how far both say the same
 * @param gains what following them returned
 * @param brier how well their probabilities fit; absent when too few state one
 * @param hitsA how many pairs one was right about, whatever the other said
 * @param hitsB the same of the other
 * @param effortA what it took one
 * @param effortB what it took the other
 */
public record SideBySide(
        ComparisonQuery query,
        int pairs,
        long days,
        LeftOut leftOut,
        Directions directions,
        Agreement agreement,
        Gains gains,
        Optional<Brier> brier,
        int hitsA,
        int hitsB,
        Effort effortA,
        Effort effortB) {
    /** Of every bootstrap, so that the same pairs give the same digits. */
    public static final long SEED = 1;

    /** Of what both said. */
    public static SideBySide of(ComparisonQuery query, Pairing pairing) {
        var pairs = new Pairs(pairing.pairs());
        return new SideBySide(
                query,
                pairs.size(),
                Arrays.stream(pairs.days()).distinct().count(),
                pairing.leftOut(),
                Directions.of(pairs),
                Agreement.of(pairs),
                Gains.of(pairs),
                Brier.of(pairs),
                pairs.count(Pair::rightA),
                pairs.count(Pair::rightB),
                pairing.a(),
                pairing.b());
    }

    /** Whether there are enough pairs to say anything. */
    public boolean sufficient() {
        return pairs >= Pairs.LEAST;
    }
}
