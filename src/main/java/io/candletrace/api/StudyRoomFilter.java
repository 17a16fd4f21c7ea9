package io.candletrace.api;

import io.candletrace.request.Parameters;
import io.candletrace.study.StudyStore;
import io.candletrace.study.StudyStreams;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** As {@link StreamRoomFilter}, for studies. */
class StudyRoomFilter {
    private final StudyStore store;
    private final StudyStreams streams;

    StudyRoomFilter(StudyStore store, StudyStreams streams) {
        this.store = store;
        this.streams = streams;
    }

    @StudyRoom
    @ServerRequestFilter
    public Uni<Void> check(UriInfo uri) {
        var id = StudyResource.id(uri.getPathParameters().getFirst("id"));
        return store.find(id)
                .map(found -> found.orElseThrow(() -> Parameters.notFound(StudyResource.STUDY, id.value())))
                .invoke(found -> streams.requireRoom())
                .replaceWithVoid();
    }
}
