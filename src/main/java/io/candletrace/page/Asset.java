package io.candletrace.page;

import io.candletrace.lineage.Sha256;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that pages use, sent again only when it has changed. */
final class Asset {
    private final String text;
    private final EntityTag tag;

    private Asset(String text) {
        this.text = text;
        this.tag = new EntityTag(Sha256.of(text).hex());
    }

    /** Reads it from the folder of pages. */
    static Asset read(String name) {
        var file = "/page/" + name;
        try (var resource = Asset.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + file + " belongs to the service and is missing");
            }
            return new Asset(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Response answer(Request request) {
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(text) : unchanged;
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
