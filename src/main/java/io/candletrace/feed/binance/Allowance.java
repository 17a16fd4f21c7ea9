package io.candletrace.feed.binance;

import io.candletrace.http.Exchange;
import io.candletrace.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Binance lets this address send: its answers say how much weight the minute has seen, and when to stop.
 *
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#ip-limits">Limits</a>
 */
final class Allowance {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;
    private static final String USED_WEIGHT = "X-MBX-USED-WEIGHT-1M";

    /** The shortest ban that the vendor names. */
    private static final Duration SHORTEST_BAN = Duration.ofMinutes(2);

    private final int ceiling;
    private int used;
    private Instant turnsAt = Instant.MIN;
    private Instant pausedUntil = Instant.MIN;
    private Instant bannedUntil = Instant.MIN;

    /** At most this weight a minute. */
    Allowance(int ceiling) {
        this.ceiling = ceiling;
    }

    /** When a ban ends that this answer, a 418, tells of. */
    static Instant banEnds(Exchange exchange) {
        return exchange.endedAt().plus(retryAfter(exchange).orElse(SHORTEST_BAN));
    }

    /** What speaks against sending a request of this weight now; when nothing does, it counts as sent. */
    synchronized Optional<Hold> hold(int weight, Instant now) {
        if (now.isBefore(bannedUntil)) {
            return Optional.of(new Hold.Banned(bannedUntil));
        }
        if (now.isBefore(pausedUntil)) {
            return Optional.of(new Hold.Paused(pausedUntil, "it asked for a pause"));
        }
        if (now.isBefore(turnsAt) && used + weight > ceiling) {
            var why = "this minute's weight should stay within " + ceiling + ", is " + used + " already";
            return Optional.of(new Hold.Paused(turnsAt, why));
        }
        used += weight;
        return Optional.empty();
    }

    /** Learns from an answer. */
    synchronized void note(Exchange exchange) {
        weight(exchange).ifPresent(weight -> {
            used = weight;
            turnsAt = exchange.endedAt().plus(VendorTime.untilTheMinuteTurns(exchange));
        });
        switch (exchange.status().orElse(0)) {
            case TOO_MANY_REQUESTS -> pausedUntil = latest(pausedUntil, pauseEnds(exchange));
            case BANNED -> bannedUntil = latest(bannedUntil, banEnds(exchange));
            default -> {}
        }
    }

    /** Going on after a 429 is what bans are for, so without a time of the vendor's it is the next minute. */
    private static Instant pauseEnds(Exchange exchange) {
        return exchange.endedAt().plus(retryAfter(exchange).orElseGet(() -> VendorTime.untilTheMinuteTurns(exchange)));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<Duration> retryAfter(Exchange exchange) {
        return exchange.header("Retry-After").flatMap(header -> RetryAfter.parse(header, exchange.endedAt()));
    }

    private static Optional<Integer> weight(Exchange exchange) {
        return exchange.header(USED_WEIGHT)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }
}
