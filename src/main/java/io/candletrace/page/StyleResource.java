package io.candletrace.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The pages' style sheet. */
@Path("/page.css")
class StyleResource {

    private static final String FILE = "/page/page.css";

    private final String sheet = sheet();

    @GET
    @Produces("text/css;charset=UTF-8")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=3600")
    public String read() {
        return sheet;
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
