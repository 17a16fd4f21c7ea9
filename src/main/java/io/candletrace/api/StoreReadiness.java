package io.candletrace.api;

import io.candletrace.storage.ObjectStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the object store answers; the database's own checks come with its drivers. */
@Readiness
@ApplicationScoped
class StoreReadiness implements AsyncHealthCheck {

    private static final String NAME = "Object store";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectStore store;

    StoreReadiness(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return store.check()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(checked -> HealthCheckResponse.named(NAME)
                        .withData("bucket", store.bucket())
                        .up()
                        .build())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .withData("bucket", store.bucket())
                        .down()
                        .build());
    }
}
