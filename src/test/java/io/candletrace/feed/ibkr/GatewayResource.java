package io.candletrace.feed.ibkr;

import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A gateway for a service under test: three years of daily bars for whoever asks, and the contracts of two tickers. */
public final class GatewayResource implements QuarkusTestResourceLifecycleManager {
    private static final int BARS = 760;
    private static final AtomicReference<Optional<FakeGateway>> RUNNING = new AtomicReference<>(Optional.empty());

    /** The one that is running. */
    static FakeGateway gateway() {
        return RUNNING.get().orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        var gateway = FakeGateway.start().loggedIn().withHistory(bars());
        RUNNING.set(Optional.of(gateway));
        // A login that one test took away shall be noticed by the first task of the next.
        return Map.of(
                "candletrace.feed.ibkr.base-url",
                gateway.baseUrl().toString(),
                "candletrace.feed.ibkr.recheck-after",
                "0s");
    }

    @Override
    public void stop() {
        RUNNING.getAndSet(Optional.empty()).ifPresent(FakeGateway::close);
    }

    private static FakeHistory.Bar[] bars() {
        var calendar = TradingCalendars.XNYS;
        var first = calendar.session(LocalDate.of(2022, 5, 2)).orElseThrow();
        var sessions = Stream.iterate(first, session -> calendar.next(Timeframe.DAILY, session))
                .limit(BARS)
                .toList();
        return IntStream.range(0, BARS)
                .mapToObj(day -> bar(sessions.get(day), 100 + 10 * Math.sin(day / 25.0)))
                .toArray(FakeHistory.Bar[]::new);
    }

    private static FakeHistory.Bar bar(Session session, double price) {
        return new FakeHistory.Bar(
                session.opensAt(),
                "\"o\": %1$.2f, \"h\": %2$.2f, \"l\": %3$.2f, \"c\": %1$.2f, \"v\": 1234.56"
                        .formatted(price, price + 1, price - 1));
    }
}
