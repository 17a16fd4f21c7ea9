package io.candletrace.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Stored objects by key: pictures, pages and the exact bars. */
@Tag(name = "Objects")
@Path("/api/objects")
class ObjectResource {

    private final StoredObjects objects;

    ObjectResource(StoredObjects objects) {
        this.objects = objects;
    }

    @GET
    @Path("/{key:.+}")
    public Uni<Response> read(@RestPath String key, Request request) {
        return objects.serve(key, request);
    }
}
