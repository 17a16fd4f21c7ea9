package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.execution.EventLog.Position;
import io.candletrace.execution.EventStreams;
import io.candletrace.execution.ExecutionEvent;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Executions as they run, by server-sent events. */
@Tag(name = "Executions")
@Path("/api/executions/{id}/events")
class ExecutionEventResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventStreams streams;
    private final ObjectMapper json;

    ExecutionEventResource(EventStreams streams, ObjectMapper json) {
        this.streams = streams;
        this.json = json;
    }

    /**
     * What happened and happens to an execution, until its end. Whoever reconnects says the last id that came, in the header
     * {@code Last-Event-ID} or in the query, and gets what followed.
     */
    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @APIResponse(
            responseCode = "200",
            description = "A stream of events; a comment every 15 seconds of silence",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ExecutionEvent.class)))
    @StreamRoom
    public Multi<OutboundSseEvent> follow(
            @RestPath String id,
            @HeaderParam(LAST_EVENT_ID) Optional<String> reconnected,
            @QueryParam("last_event_id") Optional<String> asked,
            @Context Sse sse) {
        var execution = Parameters.pathId("execution", id, ExecutionId::new);
        var after = reconnected
                .map(text -> Parameters.count(LAST_EVENT_ID, text))
                .or(() -> asked.map(text -> Parameters.count("last_event_id", text)))
                .orElse(0L);
        return streams.follow(new Position(execution, after))
                .onItem()
                .transformToIterable(events -> written(sse, events));
    }

    private List<OutboundSseEvent> written(Sse sse, List<ExecutionEvent> events) {
        return events.isEmpty()
                ? List.of(sse.newEventBuilder().comment("").build())
                : events.stream().map(event -> written(sse, event)).toList();
    }

    private OutboundSseEvent written(Sse sse, ExecutionEvent event) {
        return sse.newEventBuilder()
                .id(String.valueOf(event.id()))
                .name(event.kind())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(text(event))
                .build();
    }

    private String text(ExecutionEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event is only texts and numbers", impossible);
        }
    }
}
