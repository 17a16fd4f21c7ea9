package io.candletrace.storage;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Makes the store that the configuration names the one that is injected. Stores are beans identified by their kind. */
@Singleton
class ConfiguredStore {
    /** Made at the start, so that a store that lacks its configuration says so; nothing is asked of it yet. */
    @Produces
    @Singleton
    @Startup
    ObjectStore store(StorageConfig config, @Any Instance<ObjectStore> stores) {
        var kind = config.kind().name().toLowerCase(Locale.ROOT);
        return stores.select(Identifier.Literal.of(kind)).get();
    }
}
