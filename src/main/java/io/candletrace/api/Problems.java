package io.candletrace.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns failures into problems. What is nobody's mistake but ours is logged here, once. */
@ApplicationScoped
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int SERVER_ERROR = 500;

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    @ServerExceptionMapper
    Response acted(ServiceException failure, UriInfo uri) {
        var problem = Problem.of(failure.reason(), failure.detail(), uri.getPath());
        if (problem.status() == SERVER_ERROR) {
            LOG.errorf(failure, "%s cannot be answered", problem.instance());
        } else if (problem.status() > SERVER_ERROR) {
            LOG.warnf("%s cannot be answered for now: %s", problem.instance(), failure.detail());
        }
        return answer(problem);
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException failure, UriInfo uri) {
        var detail = failure.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage() + ", found '"
                        + violation.getInvalidValue() + "'")
                .min(Comparator.naturalOrder())
                .orElse("a constraint was violated");
        return answer(Problem.of(FailureReason.INVALID_REQUEST, detail, uri.getPath()));
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return malformed(failure, uri);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, uri);
        }
        var status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (status >= SERVER_ERROR) {
            return unforeseen(failure, uri);
        }
        return answer(Problem.of(status, explain(status, uri), uri.getPath()));
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable failure, UriInfo uri) {
        LOG.errorf(failure, "%s failed in a way nobody foresaw", uri.getPath());
        return answer(Problem.of(FailureReason.INTERNAL, "a defect of the service; its log says more", uri.getPath()));
    }

    private Response malformed(JsonProcessingException failure, UriInfo uri) {
        return answer(Problem.of(FailureReason.INVALID_REQUEST, MalformedJson.explain(failure), uri.getPath()));
    }

    private static String explain(int status, UriInfo uri) {
        return switch (status) {
            case 404 -> "there is nothing at " + uri.getPath();
            case 405 -> uri.getPath() + " does not take this method";
            case 406 -> uri.getPath() + " has no representation of the media types in Accept";
            case 413 -> "the body is larger than the service takes";
            case 415 -> "expected a body of Content-Type application/json";
            default -> "the request could not be read";
        };
    }

    private Response answer(Problem problem) {
        var response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(text(problem));
        return problem.status() == 503
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : response.build();
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a problem is only texts and numbers", impossible);
        }
    }
}
