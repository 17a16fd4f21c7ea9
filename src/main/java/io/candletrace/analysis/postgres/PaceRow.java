package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallPlan;
import io.candletrace.analysis.RateLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** A model's row of {@code rate_limits}, locked by whoever asks for a turn until its transaction ends. */
final class PaceRow {
    private static final String LOCK = """
            insert into rate_limits as r (model_config) values (?1)
            on conflict (model_config) do update set model_config = excluded.model_config
            returning r.requests_until, r.tokens_until, clock_timestamp()
            """;
    private static final String UNDER_WAY = """
            select count(*) from budget_reservations
            where model_config = ?1 and settled_at is null and expires_at > clock_timestamp()
            """;
    private static final String TAKE =
            "update rate_limits set requests_until = ?2, tokens_until = ?3 where model_config = ?1";

    private final Instant requestsUntil;
    private final Instant tokensUntil;
    private final Instant now;

    private PaceRow(Object[] row) {
        this.requestsUntil = instant(row[0]);
        this.tokensUntil = instant(row[1]);
        this.now = instant(row[2]);
    }

    /** How long to wait before the call, whose turn is taken; empty when too many calls are under way. */
    static Uni<Optional<Duration>> take(Mutiny.Session session, CallPlan plan) {
        return session.createNativeQuery(LOCK, Object[].class)
                .setParameter(1, plan.model())
                .getSingleResult()
                .map(PaceRow::new)
                .chain(row -> underWay(session, plan)
                        .chain(calls -> calls >= plan.pace().concurrency()
                                ? Uni.createFrom().item(Optional.empty())
                                : row.takeTurn(session, plan).map(Optional::of)));
    }

    private static Uni<Long> underWay(Mutiny.Session session, CallPlan plan) {
        return session.createNativeQuery(UNDER_WAY, Long.class)
                .setParameter(1, plan.model())
                .getSingleResult();
    }

    private Uni<Duration> takeTurn(Mutiny.Session session, CallPlan plan) {
        var requests = taken(plan.pace().requests(), requestsUntil, 1);
        var tokens = taken(plan.pace().tokens(), tokensUntil, plan.worst().tokens());
        var pause = Stream.of(requests.pause(), tokens.pause())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (plan.pace().requests().isEmpty() && plan.pace().tokens().isEmpty()) {
            return Uni.createFrom().item(pause);
        }
        return session.createNativeQuery(TAKE)
                .setParameter(1, plan.model())
                .setParameter(2, requests.until().atOffset(ZoneOffset.UTC))
                .setParameter(3, tokens.until().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWith(pause);
    }

    private RateLimit.Taken taken(Optional<Integer> perMinute, Instant until, long units) {
        return perMinute
                .map(limit -> new RateLimit(limit).take(until, now, units))
                .orElseGet(() -> new RateLimit.Taken(now, Duration.ZERO));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
