package io.candletrace.feed.synthetic;

/**
 * A stretch of sessions in which a market keeps its mood.
 *
 * @param drift mean of a session's log return
 * @param volatility deviation of a session's log return, before it is stirred
 * @param pull how strongly a session is drawn back to the level where the stretch began, as a fraction of the distance
 * @param activity what the volume is multiplied by
 * @param sessions how many
 */
record Regime(double drift, double volatility, double pull, double activity, int sessions) {
    private static final int SHORTEST = 40;
    private static final int SPREAD = 110;

    /** The mood after which a market that has gone far from home tends to go back. */
    static Regime of(Noise noise, double distanceFromHome) {
        double mood = noise.uniform(0) - 0.18 * distanceFromHome;
        int sessions = SHORTEST + (int) (SPREAD * noise.uniform(1));
        double strength = 0.0012 + 0.0016 * noise.uniform(2);
        double volatility = 0.009 + 0.008 * noise.uniform(3);
        if (mood > 0.6) {
            return new Regime(strength, volatility, 0, 1.05, sessions);
        }
        if (mood < 0.3) {
            return new Regime(-strength, volatility * 1.35, 0, 1.3, sessions);
        }
        return new Regime(0, volatility * 0.8, 0.06, 0.85, sessions);
    }
}
