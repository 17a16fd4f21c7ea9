package io.candletrace.testing;

import io.candletrace.feed.FeedConfig;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The feed's configuration with its defaults, but for what a test is about.
 *
 * @param directory the folder of files
 * @param calendars of single symbols
 * @param seed of made-up bars
 */
public record FeedSettings(Optional<Path> directory, Map<String, TradingCalendar> calendars, long seed)
        implements FeedConfig {
    /** Files in this folder. */
    public static FeedSettings files(Path directory) {
        return new FeedSettings(Optional.of(directory), Map.of(), 1);
    }

    /** Made-up bars of this seed. */
    public static FeedSettings seeded(long seed) {
        return new FeedSettings(Optional.empty(), Map.of(), seed);
    }

    @Override
    public Source source() {
        return directory.isPresent() ? Source.CSV : Source.SYNTHETIC;
    }

    @Override
    public TradingCalendar calendar() {
        return TradingCalendars.XNYS;
    }

    @Override
    public String currency() {
        return "USD";
    }

    @Override
    public BigDecimal tickSize() {
        return new BigDecimal("0.01");
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    @Override
    public Duration askAgainAfter() {
        return Duration.ofMillis(10);
    }

    @Override
    public Duration settledAfter() {
        return Duration.ofDays(7);
    }

    @Override
    public Csv csv() {
        return new Files(directory);
    }

    @Override
    public Imported imported() {
        return () -> true;
    }

    @Override
    public Synthetic synthetic() {
        return () -> seed;
    }

    private record Files(Optional<Path> directory) implements Csv {
        @Override
        public boolean redistributable() {
            return true;
        }
    }
}
