package io.candletrace.evaluation.scorecard;

import java.util.List;

/**
 * A prediction whose horizon is over, as tests write it: entered the day after it was made.
 *
 * @param day of it
 * @param bars days that it is held
 * @param direction 1, -1 or 0
 * @param change what the price did
 * @param stated probability; NaN for none
 */
record Seen(int series, int day, int bars, int direction, double change, double stated, boolean forward) {
    static final double UP = 0.6;
    static final double DOWN = 0.38;
    private static final long DAY = 86_400;

    /** A backfilled one of five bars without a probability. */
    static Seen of(int series, int day, int direction, double change) {
        return new Seen(series, day, 5, direction, change, Double.NaN, false);
    }

    Seen inAdvance() {
        return new Seen(series, day, bars, direction, change, stated, true);
    }

    Seen stating(double probability) {
        return new Seen(series, day, bars, direction, change, probability, forward);
    }

    static Observations all(List<Seen> seen) {
        var direction = new short[seen.size()];
        var forward = new short[seen.size()];
        for (var i = 0; i < seen.size(); i++) {
            direction[i] = (short) seen.get(i).direction;
            forward[i] = (short) (seen.get(i).forward ? 1 : 0);
        }
        return new Observations(
                seen.stream().mapToInt(Seen::series).toArray(),
                seen.stream().mapToInt(Seen::day).toArray(),
                seen.stream().mapToLong(row -> (row.day + 1) * DAY).toArray(),
                seen.stream().mapToLong(row -> (row.day + row.bars) * DAY).toArray(),
                direction,
                seen.stream().mapToDouble(Seen::change).toArray(),
                seen.stream().mapToDouble(row -> Double.NaN).toArray(),
                seen.stream().mapToDouble(Seen::stated).toArray(),
                seen.stream().mapToDouble(row -> UP).toArray(),
                seen.stream().mapToDouble(row -> DOWN).toArray(),
                forward,
                new short[seen.size()]);
    }
}
