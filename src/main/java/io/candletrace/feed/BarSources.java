package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sources there are, by name. */
@Singleton
@Startup
public class BarSources {
    private final String standard;
    private final Function<String, @Nullable BarSource> sources;

    /** Made at the start, so that a configured source that lacks its configuration says so before anything is asked of it. */
    @Inject
    BarSources(FeedConfig config, @Any Instance<BarSource> sources) {
        this(
                name(config.source()),
                name -> names().contains(name)
                        ? sources.select(Identifier.Literal.of(name)).get()
                        : null);
        named(standard);
    }

    BarSources(String standard, Function<String, @Nullable BarSource> sources) {
        this.standard = standard;
        this.sources = sources;
    }

    /** The name of the source that is asked when a strategy names none. */
    public String standard() {
        return standard;
    }

    /** What every source is called, configured or not. */
    public static List<String> names() {
        return Arrays.stream(FeedConfig.Source.values()).map(BarSources::name).toList();
    }

    /**
     * The source of a name. Fails with {@code MISCONFIGURED} when it lacks its configuration, and with
     * {@code IMPOSSIBLE_REQUEST} when nobody has that name.
     */
    public BarSource named(String name) {
        var source = sources.apply(name);
        if (source == null) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "feeds: expected some of " + names().stream().collect(Collectors.joining(", ")) + ", found '" + name
                            + "'");
        }
        return source;
    }

    /**
     * These sources in their order, or the configured one when there are none. Fails with {@code IMPOSSIBLE_REQUEST} when one
     * does not exist or lacks its configuration.
     */
    public List<BarSource> order(List<String> names) {
        return names.isEmpty()
                ? List.of(named(standard()))
                : names.stream().map(this::usable).toList();
    }

    private BarSource usable(String name) {
        try {
            return named(name);
        } catch (ServiceException unusable) {
            throw new ServiceException(FailureReason.IMPOSSIBLE_REQUEST, unusable.detail(), unusable);
        }
    }

    private static String name(FeedConfig.Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
