package io.candletrace.page;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** How pages are answered. */
final class Pages {
    static final String MEDIA_TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";

    /** No scripts at all, and nothing from elsewhere. */
    static final String STILL = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    /** Scripts that are files of this service, and forms that ask it. */
    static final String DRAWN =
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final Logger LOG = Logger.getLogger(Pages.class);

    private Pages() {}

    /** A page without scripts. */
    static Uni<Response> html(int status, TemplateInstance template) {
        return html(status, template, STILL);
    }

    /** A page that may do what a Content-Security-Policy says. */
    static Uni<Response> html(int status, TemplateInstance template, String policy) {
        return template.createUni()
                .map(text -> Response.status(status)
                        .type(MEDIA_TYPE)
                        .header("Content-Security-Policy", policy)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "same-origin")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(text)
                        .build());
    }

    /** The page of a failure. */
    static Uni<Response> failed(Throwable failure) {
        if (failure instanceof ServiceException known) {
            return html(status(known.reason()), Templates.error(explained(known)));
        }
        LOG.error("a page failed in a way nobody foresaw", failure);
        return html(500, Templates.error(new ErrorPage(500, "Something broke", "The service's log says more.")));
    }

    /** Pages only read: what is asked is not understood or not there, or something they need does not answer. */
    static int status(FailureReason reason) {
        return switch (reason) {
            case INVALID_REQUEST -> 400;
            case NOT_FOUND -> 404;
            case IMPOSSIBLE_REQUEST -> 422;
            default -> 503;
        };
    }

    private static ErrorPage explained(ServiceException failure) {
        var title = failure.reason() == FailureReason.NOT_FOUND ? "Not here" : "Not now";
        return new ErrorPage(status(failure.reason()), title, failure.detail());
    }
}
