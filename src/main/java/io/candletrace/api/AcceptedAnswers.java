package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.execution.Accepted;
import io.candletrace.execution.Answer;
import io.candletrace.request.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** What is answered about something that was accepted, the first time and again under the same {@code Idempotency-Key}. */
@ApplicationScoped
class AcceptedAnswers {
    /** The header that carries a client's name for its request. */
    static final String KEY = Parameters.IDEMPOTENCY_KEY;

    private static final String REPLAYED = "Idempotency-Replayed";

    private final ObjectMapper json;

    AcceptedAnswers(ObjectMapper json) {
        this.json = json;
    }

    Answer accepted(Accepted accepted) {
        var location = "/api/executions/" + accepted.execution().id();
        var view = new ExecutionView(accepted.execution(), accepted.tasks());
        return accepted(location, view);
    }

    /** Something else that was accepted, at its path. */
    Answer accepted(String location, Object view) {
        return Answer.first(
                RestResponse.Status.ACCEPTED.getStatusCode(), Map.of(HttpHeaders.LOCATION, location), text(view));
    }

    static RestResponse<Object> response(Answer answer) {
        var response = RestResponse.ResponseBuilder.<Object>create(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.body());
        answer.headers().forEach(response::header);
        return answer.replayed() ? response.header(REPLAYED, true).build() : response.build();
    }

    private String text(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a view is only values", impossible);
        }
    }
}
