package io.candletrace.feed;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Makes the feed that the configuration names the one that is injected. Feeds are beans identified by their source. */
@Singleton
class ConfiguredFeed {
    /** Made at the start, so that a feed that lacks its configuration says so before anything is asked of it. */
    @Produces
    @Singleton
    @Startup
    BarFeed feed(FeedConfig config, @Any Instance<BarFeed> feeds) {
        var source = config.source().name().toLowerCase(Locale.ROOT);
        return feeds.select(Identifier.Literal.of(source)).get();
    }
}
