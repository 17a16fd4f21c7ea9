package io.candletrace.api;

import io.candletrace.execution.ExecutionArchive;
import io.candletrace.lineage.ExecutionId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** What a {@code POST} of replays answers: what was found at once, or the execution that will find it. */
@ApplicationScoped
class ReplayAnswers {
    private final ExecutionArchive archive;

    ReplayAnswers(ExecutionArchive archive) {
        this.archive = archive;
    }

    Uni<RestResponse<Object>> accepted(ExecutionId id) {
        return ExecutionView.find(archive, id)
                .map(view -> RestResponse.ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/api/executions/" + id.value()))
                        .entity(view)
                        .build());
    }

    static RestResponse<Object> found(Object view) {
        return RestResponse.ok(view);
    }
}
