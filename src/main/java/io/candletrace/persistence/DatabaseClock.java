package io.candletrace.persistence;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/**
 * The clock of the whole service: the machine's, moved by how far it is off the database's. Replicas whose machines disagree
 * thus agree on what is due, what is dead and what {@code as_of} means.
 */
@ApplicationScoped
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final Duration WORTH_A_WARNING = Duration.ofSeconds(5);

    private final Transactions transactions;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The clock, in UTC. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return new Following(ZoneOffset.UTC);
    }

    /** Asks the database for its time. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        var asked = Instant.now();
        return transactions
                .read(session -> session.createNativeQuery("select clock_timestamp()", OffsetDateTime.class)
                        .getSingleResult())
                .invoke(answer -> follow(asked, answer.toInstant(), Instant.now()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("kept the clock's offset %s: %s", offset, failure.getMessage());
                    return Uni.createFrom().voidItem();
                });
    }

    private void follow(Instant asked, Instant answer, Instant answered) {
        var found = followed(offset, asked, answer, answered);
        if (found.abs().compareTo(WORTH_A_WARNING) > 0
                && offset.minus(found).abs().compareTo(WORTH_A_WARNING) > 0) {
            LOG.warnf("this machine's clock is %s off the database's; the database's is followed", found);
        }
        offset = found;
    }

    /** An answer that took long, perhaps to get a connection at all, may tell no more than that the known offset can be right. */
    static Duration followed(Duration known, Instant asked, Instant answer, Instant answered) {
        var half = Duration.between(asked, answered).dividedBy(2);
        var found = Duration.between(asked.plus(half), answer);
        return known.minus(found).abs().compareTo(half) <= 0 ? known : found;
    }

    private final class Following extends Clock {
        private final ZoneId zone;

        Following(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Following(other);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }
}
