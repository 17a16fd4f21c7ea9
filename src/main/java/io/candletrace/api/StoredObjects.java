package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.candletrace.request.Parameters;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Serves what lies in the store, or 304 when the client has it. What a key names never changes, so it may be kept for ever; what
 * does not hash to its key is not served.
 */
@ApplicationScoped
class StoredObjects {

    private static final Pattern CONTENT_ADDRESS = Pattern.compile("(?:.*/)?([0-9a-f]{64})(?:\\.[a-z]+)?");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** What is asked for by an id is somebody else's in the next database. */
    private static final String ASK_AGAIN = "no-cache";

    /** A page's own scripts run, in an origin of its own: they reach neither this service nor anything else. */
    private static final String SANDBOX = "sandbox allow-scripts allow-downloads; default-src 'none';"
            + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    private final ObjectStore store;

    StoredObjects(ObjectStore store) {
        this.store = store;
    }

    /** Answers with an object. Fails with {@code NOT_FOUND}, {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}. */
    Uni<Response> serve(String key, Request request) {
        return find(key)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("object", key)))
                .map(bytes -> answer(key, bytes, request, FOR_EVER));
    }

    /** Answers with an object that a row names. Fails with {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}. */
    Uni<Response> serveNamed(String key, Request request) {
        return serveAssembled(key, request, UnaryOperator.identity());
    }

    /**
     * Answers with a page made of an object that a row names; the page may change as what it is made with does. Fails as
     * {@link #serveNamed} does.
     *
     * @param assembled what is made of its bytes
     */
    Uni<Response> serveAssembled(String key, Request request, UnaryOperator<byte[]> assembled) {
        return findNamed(key).map(assembled).map(bytes -> answer(key, bytes, request, ASK_AGAIN));
    }

    private Uni<byte[]> findNamed(String key) {
        return find(key)
                .map(found -> found.orElseThrow(() -> new ServiceException(
                        FailureReason.OBJECT_DAMAGED, "the object " + key + " is recorded and not in the store")));
    }

    private Uni<Optional<byte[]>> find(String key) {
        if (!ObjectKey.isValid(key)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return store.find(new ObjectKey(key)).invoke(found -> found.ifPresent(bytes -> requireUndamaged(key, bytes)));
    }

    private static void requireUndamaged(String key, byte[] bytes) {
        var named = CONTENT_ADDRESS.matcher(key);
        if (named.matches() && !named.group(1).equals(Sha256.of(bytes).hex())) {
            throw new ServiceException(
                    FailureReason.OBJECT_DAMAGED, "the bytes at " + key + " do not hash to the key they lie under");
        }
    }

    private static Response answer(String key, byte[] bytes, Request request, String caching) {
        var tag = new EntityTag(Sha256.of(bytes).hex());
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(bytes, mediaType(key)) : unchanged;
        response.tag(tag).header(HttpHeaders.CACHE_CONTROL, caching).header("X-Content-Type-Options", "nosniff");
        if (key.endsWith(".html")) {
            response.header("Content-Security-Policy", SANDBOX);
        }
        return response.build();
    }

    private static String mediaType(String key) {
        if (key.endsWith(".jpg")) {
            return "image/jpeg";
        }
        if (key.endsWith(".html")) {
            return "text/html;charset=UTF-8";
        }
        return "text/plain;charset=UTF-8";
    }
}
