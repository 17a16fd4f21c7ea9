package io.candletrace.inspection;

import io.candletrace.market.Bar;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happened between two sessions that follow each other.
 *
 * @param next the index of the later one, from 1
 */
record Overnight(Sessions sessions, int next) {
    /** A month of sessions before says what is usual. */
    private static final int USUAL_SESSIONS = 20;

    /** Fewer do not; then the sessions after help. */
    private static final int MIN_USUAL_SESSIONS = 5;

    /** A week of closes says where the price was, and where it stays. */
    private static final int LEVEL_SESSIONS = 5;

    /** What prices may do by themselves: the share of cents that loses a third overnight does so every month. */
    private static final int CLEAR_RANGES = 4;

    Bar before() {
        return sessions.wholes().get(next - 1);
    }

    Bar after() {
        return sessions.wholes().get(next);
    }

    /** From the close before to the open after, as a logarithm. */
    double move() {
        return Usual.distance(before().close(), after().open());
    }

    /** What the price is divided by, and the number of shares multiplied with, if it is a split. */
    double ratio() {
        return Math.exp(-move());
    }

    /** Calendar days from one session's date to the other's. */
    long days() {
        return ChronoUnit.DAYS.between(before().sessionDate(), after().sessionDate());
    }

    /** Whether all prices are on the one side before and on the other after: that is no single bad price and no bad bar. */
    boolean isLevelShift() {
        double sign = Math.signum(move());
        double middle = Math.log(before().close().doubleValue()) + move() / 2;
        return levelsBefore().allMatch(level -> sign * (middle - level) > 0)
                && levelsAfter().allMatch(level -> sign * (level - middle) > 0);
    }

    /** Whether the prices around do not jump like that. */
    boolean isClear() {
        return Math.abs(move()) >= CLEAR_RANGES * usualRange();
    }

    /** The usual range of a bar, or a step of the price where that is more. */
    double usualRange() {
        int first = Math.max(0, next - USUAL_SESSIONS);
        int more = Math.max(0, MIN_USUAL_SESSIONS - (next - first));
        var around = Stream.concat(
                        sessions.wholes().subList(first, next).stream(),
                        sessions.wholes().subList(next + 1, end(next + 1 + more)).stream())
                .toList();
        var usual = new Usual(around);
        return Math.max(usual.range(), usual.step(before().close().min(after().open())));
    }

    /** The volume after, in multiples of what is usual before; empty where volumes say nothing. */
    OptionalDouble volumeGrowth() {
        double usual = Usual.median(IntStream.range(Math.max(0, next - USUAL_SESSIONS), next)
                .mapToDouble(session -> sessions.volume(session, next))
                .toArray());
        double volume = after().volume().doubleValue();
        return usual > 0 && volume > 0 ? OptionalDouble.of(volume / usual) : OptionalDouble.empty();
    }

    private Stream<Double> levelsBefore() {
        var week = sessions.wholes().subList(Math.max(0, next - LEVEL_SESSIONS), next);
        return Stream.of(Math.log(before().open().doubleValue()), level(week));
    }

    private Stream<Double> levelsAfter() {
        var opened = Stream.of(Math.log(after().close().doubleValue()));
        var week = sessions.wholes().subList(next + 1, end(next + 1 + LEVEL_SESSIONS));
        return week.isEmpty() ? opened : Stream.concat(opened, Stream.of(level(week)));
    }

    private static double level(List<Bar> week) {
        return Usual.median(week.stream()
                .mapToDouble(bar -> Math.log(bar.close().doubleValue()))
                .toArray());
    }

    private int end(int index) {
        return Math.min(sessions.size(), index);
    }
}
