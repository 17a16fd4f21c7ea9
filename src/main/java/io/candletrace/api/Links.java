package io.candletrace.api;

import io.candletrace.storage.StorageConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Builds addresses from keys: of the store when it has a public one, else of this service as the client reached it. */
@ApplicationScoped
class Links {

    private final StorageConfig storage;

    Links(StorageConfig storage) {
        this.storage = storage;
    }

    String object(String key, UriInfo uri) {
        return storage.publicUrl().map(Links::withoutSlash).orElseGet(() -> base(uri) + "/api/objects") + "/" + key;
    }

    /** Always ours: the page is put together when it is asked for. */
    String html(long chart, UriInfo uri) {
        return base(uri) + "/api/charts/" + chart + "/html";
    }

    private static String base(UriInfo uri) {
        return withoutSlash(uri.getBaseUri());
    }

    private static String withoutSlash(URI uri) {
        return uri.toString().replaceFirst("/+$", "");
    }
}
