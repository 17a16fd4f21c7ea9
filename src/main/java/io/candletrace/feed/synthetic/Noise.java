package io.candletrace.feed.synthetic;

/**
 * Random numbers by name instead of by turn: the same key gives the same number, for ever and on every machine, because only
 * integer arithmetic and exact sums are used. (SplitMix64's finaliser: Steele, Lea, Flood 2014.)
 *
 * @param key what the numbers depend on
 */
record Noise(long key) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int UNIFORMS = 12;

    /** The noise of a part of what this one is about. */
    Noise of(long part) {
        return new Noise(mixed(key + GOLDEN_GAMMA * (part + 1)));
    }

    /** From 0, inclusive, to 1. */
    double uniform(int index) {
        return (mixed(key + GOLDEN_GAMMA * (index + 1)) >>> 11) * 0x1p-53;
    }

    /** Mean 0, deviation 1, never beyond 6: twelve uniform numbers added up. */
    double normal(int index) {
        double sum = -UNIFORMS / 2.0;
        for (int i = 0; i < UNIFORMS; i++) {
            sum += uniform(index * UNIFORMS + i);
        }
        return sum;
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
