package io.candletrace.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page of a list.
 *
 * @param items newest first
 * @param nextCursor where the list goes on; absent when it does not
 */
record ListView<V>(List<V> items, Optional<String> nextCursor) {

    /** As JSON. */
    RestResponse<ListView<V>> answer(UriInfo uri) {
        return answer(uri, this);
    }

    /** As CSV. */
    RestResponse<String> answer(UriInfo uri, Csv<V> csv) {
        return answer(uri, csv.write(items));
    }

    /** As JSON of something that has the page in it. */
    <T> RestResponse<T> answer(UriInfo uri, T entity) {
        var response = RestResponse.ResponseBuilder.ok(entity);
        nextCursor
                .map(cursor -> uri.getRequestUriBuilder()
                        .replaceQueryParam("cursor", cursor)
                        .build())
                .ifPresent(next -> response.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        return response.build();
    }
}
