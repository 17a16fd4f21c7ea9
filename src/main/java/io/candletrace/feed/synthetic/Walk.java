package io.candletrace.feed.synthetic;

import io.candletrace.market.Session;
import io.candletrace.market.Symbol;
import java.time.Duration;

/**
 * The made-up history of one instrument, walked session by session from its first one. What a session brings depends on the
 * seed, the symbol, its date and what came before, never on how far the walk goes: a later {@code asOf} changes no earlier bar.
 */
final class Walk {
    private static final int STIR = 0;
    private static final int RETURN = 1;
    private static final int BUSY = 2;
    private static final Duration SHORT_SESSION = Duration.ofHours(4);

    private final Noise noise;
    private final double home;
    private final double usualVolume;

    private double level;
    private double regimeLevel;
    private double stir;
    private double turnover;
    private Regime regime;
    private int regimes;
    private int left;

    Walk(Symbol symbol, long seed) {
        noise = new Noise(seed).of(fingerprint(symbol.value()));
        home = StrictMath.log(20 + 280 * noise.uniform(0));
        usualVolume = StrictMath.exp(StrictMath.log(1.0e6) + 3 * noise.uniform(1));
        level = home;
        regime = nextRegime();
    }

    /** Goes on to a session. */
    Step step(Session session) {
        if (left == 0) {
            regime = nextRegime();
        }
        left--;
        var today = noise.of(session.date().toEpochDay());
        stir = 0.93 * stir + 0.16 * today.normal(STIR);
        double volatility = regime.volatility() * StrictMath.exp(stir);
        double before = level;
        double move = regime.drift() - regime.pull() * (level - regimeLevel) + volatility * today.normal(RETURN);
        level += move;
        turnover = 0.7 * turnover + 0.22 * today.normal(BUSY);
        return new Step(session, today, before, level, volatility, volume(move / volatility, session));
    }

    private Regime nextRegime() {
        var next = Regime.of(noise.of(-1 - regimes), level - home);
        regimes++;
        regimeLevel = level;
        left = next.sessions();
        return next;
    }

    /** Large moves and moods make volume; a short session has half of it. */
    private double volume(double surprise, Session session) {
        double busy = StrictMath.exp(turnover) * (0.75 + 0.35 * StrictMath.abs(surprise));
        boolean isShort =
                Duration.between(session.opensAt(), session.closesAt()).compareTo(SHORT_SESSION) < 0;
        return usualVolume * regime.activity() * busy * (isShort ? 0.5 : 1);
    }

    /** FNV-1a, 64 bits: {@code String.hashCode} gives neighbours to neighbours. */
    private static long fingerprint(String text) {
        long hash = 0xCBF29CE484222325L;
        for (char character : text.toCharArray()) {
            hash = (hash ^ character) * 0x100000001B3L;
        }
        return hash;
    }
}
