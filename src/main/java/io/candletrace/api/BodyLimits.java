package io.candletrace.api;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Holds bodies small everywhere but where files are taken, which are streamed: the platform's own limit is one for all paths, so
 * it is the one for files ({@code quarkus.http.limits.max-body-size}).
 */
@Singleton
class BodyLimits {
    private static final String FILES = "/api/market-data/import";
    private static final long SMALL = 1024 * 1024;
    private static final int TOO_LARGE = 413;

    /** Right after the platform's own limit, which is at -2. */
    private static final int EARLY = -1;

    void register(@Observes Router router) {
        router.route().order(EARLY).handler(BodyLimits::limit);
    }

    private static void limit(RoutingContext context) {
        if (context.normalizedPath().equals(FILES)) {
            context.next();
            return;
        }
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && isTooLarge(length)) {
            context.response()
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .setStatusCode(TOO_LARGE)
                    .end();
            return;
        }
        // For a body that does not say how long it is, which the platform counts as it arrives.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, SMALL);
        context.next();
    }

    private static boolean isTooLarge(String length) {
        try {
            return Long.parseLong(length) > SMALL;
        } catch (NumberFormatException notOne) {
            return true;
        }
    }
}
