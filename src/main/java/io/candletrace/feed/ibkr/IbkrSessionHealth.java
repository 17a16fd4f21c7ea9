package io.candletrace.feed.ibkr;

import io.candletrace.feed.ibkr.SessionState.Lost;
import io.candletrace.feed.ibkr.SessionState.Settled;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/**
 * Shows where the session with IBKR stands. Wellness only: the service is ready without it. Default too, which a qualifier
 * takes away, because the session reports to it.
 */
@Default
@Wellness
@Singleton
class IbkrSessionHealth implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(IbkrSessionHealth.class);

    private Optional<SessionState> state = Optional.empty();

    /** Notes the state, and tells the log when it is another one. */
    synchronized void show(SessionState next) {
        var word = state.map(SessionState::word).orElse("not used");
        if (!next.word().equals(word)) {
            var level = next instanceof Lost ? Logger.Level.WARN : Logger.Level.INFO;
            LOG.logf(level, "the session with IBKR, formerly %s, is: %s", word, next.word());
        }
        state = Optional.of(next);
    }

    @Override
    public synchronized HealthCheckResponse call() {
        var response = HealthCheckResponse.named("ibkr session")
                .status(!(state.orElse(null) instanceof Lost))
                .withData("state", state.map(SessionState::word).orElse("not used"));
        state.ifPresent(known -> response.withData("since", known.since().toString()));
        state.filter(Settled.class::isInstance)
                .map(Settled.class::cast)
                .ifPresent(settled ->
                        response.withData("last_tickle", settled.checkedAt().toString()));
        return response.build();
    }
}
