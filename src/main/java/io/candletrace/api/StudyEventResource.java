package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.study.Study;
import io.candletrace.study.StudyStreams;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Studies as they come on, by server-sent events. */
@Tag(name = "Studies")
@Path("/api/studies/{id}/events")
class StudyEventResource {
    private final StudyStreams streams;
    private final ObjectMapper json;

    StudyEventResource(StudyStreams streams, ObjectMapper json) {
        this.streams = streams;
        this.json = json;
    }

    /** The study each time that it has come on, until it is over; each event is called like the phase. */
    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "A stream of events; comments where nothing happens",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = StudyView.class)))
    @StudyRoom
    public Multi<OutboundSseEvent> follow(@RestPath String id, @Context Sse sse) {
        return streams.follow(StudyResource.id(id)).map(news -> written(sse, news));
    }

    private OutboundSseEvent written(Sse sse, Optional<Study> news) {
        return news.map(study -> sse.newEventBuilder()
                        .name(study.phase())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(text(StudyView.of(study)))
                        .build())
                .orElseGet(() -> sse.newEventBuilder().comment("").build());
    }

    private String text(StudyView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view is only values", impossible);
        }
    }
}
