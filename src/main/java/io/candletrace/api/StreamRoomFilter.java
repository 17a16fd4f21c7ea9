package io.candletrace.api;

import io.candletrace.execution.EventStreams;
import io.candletrace.execution.ExecutionArchive;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A stream's status is sent before its first event, so that what is to be a problem has to be one before that. */
class StreamRoomFilter {

    private final ExecutionArchive archive;
    private final EventStreams streams;

    StreamRoomFilter(ExecutionArchive archive, EventStreams streams) {
        this.archive = archive;
        this.streams = streams;
    }

    @StreamRoom
    @ServerRequestFilter
    public Uni<Void> check(UriInfo uri) {
        var id = Parameters.pathId("execution", uri.getPathParameters().getFirst("id"), ExecutionId::new);
        return archive.find(id)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("execution", id.value())))
                .invoke(found -> streams.requireRoom())
                .replaceWithVoid();
    }
}
