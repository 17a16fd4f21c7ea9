package io.candletrace.feed.ibkr;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import io.candletrace.testing.FeedSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** A source that asks some gateway, its settings, and what it shows of itself. Waits are short unless a test says otherwise. */
final class AskedGateway implements AutoCloseable {
    static final long NVIDIA = 4815747;

    private static final String PREFIX = "candletrace.feed.ibkr.";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final SetClock clock;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, TradingCalendar> calendars = new HashMap<>();
    private final IbkrSessionHealth health = new IbkrSessionHealth();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Optional<IbkrGateway> gateway = Optional.empty();

    AskedGateway(Vertx vertx, URI baseUrl, Instant now) {
        this.vertx = vertx;
        this.clock = new SetClock(now);
        settings.put(PREFIX + "base-url", baseUrl.toString());
        with("retries", "2").with("recheck-after", "0S").with("session-patience", "2S");
    }

    AskedGateway with(String key, String value) {
        settings.put(PREFIX + key, value);
        return this;
    }

    AskedGateway withCalendar(String symbol, TradingCalendar calendar) {
        calendars.put(symbol, calendar);
        return this;
    }

    IbkrBarSource source() {
        return new IbkrBarSource(new FeedSettings(Optional.empty(), calendars, 1), gateway(), clock);
    }

    Instrument resolve(String symbol) {
        return await(() -> source().resolve(source().instrument(new Symbol(symbol))));
    }

    /** The bars of a contract whose venue is New York. */
    BarBatch fetch(Timeframe timeframe, String from, String to) {
        return await(() -> source().fetch(range(timeframe, from, to)));
    }

    ServiceException failure(Supplier<?> asked) {
        return catchThrowableOfType(ServiceException.class, asked::get);
    }

    /** Asks for something that has an answer. */
    boolean ask() {
        return await(() -> gateway().get("/iserver/accounts", "the accounts")).isPresent();
    }

    SetClock clock() {
        return clock;
    }

    IbkrSessionHealth health() {
        return health;
    }

    double requests(String outcome) {
        return meters.counter("candletrace.feed.ibkr.requests", "outcome", outcome)
                .count();
    }

    static BarRange range(Timeframe timeframe, String from, String to) {
        var instrument = new Instrument(
                new Symbol("NVDA"),
                "NASDAQ",
                OptionalLong.of(NVIDIA),
                "USD",
                TradingCalendars.XNYS,
                new BigDecimal("0.01"));
        return new BarRange(instrument, timeframe, Instant.parse(from), Instant.parse(to));
    }

    @Override
    public void close() {
        gateway.ifPresent(IbkrGateway::close);
    }

    private IbkrGateway gateway() {
        if (gateway.isEmpty()) {
            gateway = Optional.of(new IbkrGateway(config(), health, meters, vertx, clock));
        }
        return gateway.get();
    }

    private IbkrConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(IbkrConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .build()
                .getConfigMapping(IbkrConfig.class);
    }

    private static <T> T await(Supplier<Uni<T>> asked) {
        return asked.get().await().atMost(PATIENCE);
    }
}
