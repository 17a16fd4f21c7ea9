package io.candletrace.inspection;

/** Whether a ticker has become another security's. */
final class Succession {
    /** Exchanges give a ticker away again after months; no holiday and no hole in a file is mistaken for that. */
    static final int MIN_PAUSE_DAYS = 90;

    /** A security that comes back after months is seldom worth five times as much, or a fifth. */
    private static final double MIN_MOVE_AFTER_PAUSE = Math.log(5);

    /** Beyond every split. */
    private static final double MIN_MOVE = Math.log(400);

    private Succession() {}

    static boolean isLikely(Overnight night) {
        double move = Math.abs(night.move());
        return move >= MIN_MOVE || night.days() >= MIN_PAUSE_DAYS && move >= MIN_MOVE_AFTER_PAUSE;
    }
}
