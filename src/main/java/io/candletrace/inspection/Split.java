package io.candletrace.inspection;

import java.util.Optional;

/**
 * Whether a jump of the price is a split.
 *
 * <p>The number of shares traded tells it from news. A split multiplies that number as it divides the price; eight real ones
 * came to 0.5 to 1.3 times the product. A price that is halved by news comes with many times the volume: 24 times at Apple on
 * 2000-09-29, which is 12 times the product.
 */
final class Split {
    /** How far an open may be from the ratio, as a logarithm: as far as prices move in a day, within these bounds. */
    private static final double MIN_TOLERANCE = 0.03;

    private static final double MAX_TOLERANCE = 0.08;

    /** A price that is quartered with nobody rushing is a split, even if the day was a bad one as well. */
    private static final double FAR = Math.log(3.8);

    private static final double FAR_TOLERANCE = 0.15;

    /** So much more volume than the ratio explains is curiosity, more is news. */
    private static final double VOLUME_SLACK = 2.5;

    /** On a wild day, and for a third of the price, which bad news take often enough. */
    private static final double DOUBTFUL_VOLUME_SLACK = 1.5;

    /** The range of a day that is only scaled stays within so many usual ones. */
    private static final int WILD_RANGES = 3;

    /** Without volumes a smaller ratio cannot be told from news. */
    private static final double MIN_MOVE_ALONE = Math.log(1.9);

    private Split() {}

    /** The ratio of the split that it looks like. */
    static Optional<SplitRatio> likely(Overnight night) {
        var ratio = SplitRatio.nearest(night.ratio());
        return Math.abs(ratio.distanceTo(night.ratio())) <= tolerance(night) && isScaled(night, ratio)
                ? Optional.of(ratio)
                : Optional.empty();
    }

    private static double tolerance(Overnight night) {
        return Math.abs(night.move()) >= FAR
                ? FAR_TOLERANCE
                : Math.clamp(night.usualRange(), MIN_TOLERANCE, MAX_TOLERANCE);
    }

    private static boolean isScaled(Overnight night, SplitRatio ratio) {
        var growth = night.volumeGrowth();
        boolean wild = Usual.range(night.after()) > WILD_RANGES * night.usualRange();
        if (growth.isEmpty()) {
            return !wild && Math.abs(night.move()) >= MIN_MOVE_ALONE;
        }
        double slack = wild || ratio.equals(SplitRatio.SMALLEST) ? DOUBTFUL_VOLUME_SLACK : VOLUME_SLACK;
        // A price that doubles on its own never does so on less than the usual volume.
        return growth.getAsDouble() <= Math.max(1, slack * ratio.shares());
    }
}
