package io.candletrace.testing;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Waits for a pipeline as a queued task does: on a Vert.x context of its own. */
public final class Await {
    private Await() {}

    /** The item; a failure is thrown as it is. */
    public static <T> T item(Supplier<Uni<T>> pipeline) {
        try {
            return VertxContextSupport.subscribeAndAwait(pipeline);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }
}
