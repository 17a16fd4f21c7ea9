package io.candletrace.api;

import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarSources;
import io.candletrace.feed.SourceProfile;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The feeds that strategies may name. */
@Tag(name = "Feeds")
@Path("/api/feeds")
@Produces(MediaType.APPLICATION_JSON)
class FeedResource {

    private final BarSources sources;

    FeedResource(BarSources sources) {
        this.sources = sources;
    }

    @GET
    public ListView<FeedView> list() {
        return new ListView<>(BarSources.names().stream().flatMap(this::usable).toList(), Optional.empty());
    }

    /** One that lacks its configuration cannot be named either. */
    private Stream<FeedView> usable(String name) {
        try {
            return Stream.of(FeedView.of(sources.named(name).profile(), name.equals(sources.standard())));
        } catch (ServiceException notConfigured) {
            return Stream.empty();
        }
    }

    /**
     * A feed.
     *
     * @param adjustment what its prices are corrected for as they arrive
     * @param live whether its history goes on
     * @param redistributable whether its bars may be exported and shown, as numbers, to models of others
     * @param standard whether it is asked when a strategy names none
     */
    record FeedView(String name, String adjustment, boolean live, boolean redistributable, boolean standard) {

        static FeedView of(SourceProfile profile, boolean standard) {
            return new FeedView(
                    profile.name(), profile.adjustment().code(), profile.live(), profile.redistributable(), standard);
        }
    }
}
