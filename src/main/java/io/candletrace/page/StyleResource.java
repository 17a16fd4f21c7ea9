package io.candletrace.page;

import io.candletrace.lineage.Sha256;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages' style sheet. */
@Path("/page.css")
class StyleResource {

    private static final String FILE = "/page/page.css";

    private final String sheet = sheet();
    private final EntityTag tag = new EntityTag(Sha256.of(sheet).hex());

    @GET
    @Produces("text/css;charset=UTF-8")
    public Response read(Request request) {
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(sheet) : unchanged;
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    private static String sheet() {
        try (var resource = StyleResource.class.getResourceAsStream(FILE)) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + FILE + " belongs to the service and is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
