package io.candletrace.thread;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Does work elsewhere and comes back: the answer, or the failure, is emitted on the Vert.x context that subscribed, because a
 * database session is bound to it (hibernate-reactive#1667). Without such a context it is emitted where the work was done.
 */
public final class Hop {
    private Hop() {}

    /** Work that blocks on I/O, on a virtual thread of its own. */
    public static <T> Uni<T> blocking(Supplier<T> work) {
        return on(task -> Thread.ofVirtual().name("hop").start(task), work);
    }

    /** Work that blocks on I/O and has no answer, on a virtual thread of its own. */
    public static Uni<Void> blocking(Runnable work) {
        return blocking(() -> {
                    work.run();
                    return Boolean.TRUE;
                })
                .replaceWithVoid();
    }

    /** Work on an executor; what the work throws is the failure. */
    public static <T> Uni<T> on(Executor executor, Supplier<T> work) {
        return back(Uni.createFrom().item(work).runSubscriptionOn(executor));
    }

    /** Brings what is emitted elsewhere back to the subscriber's context. */
    public static <T> Uni<T> back(Uni<T> elsewhere) {
        return Uni.createFrom().deferred(() -> {
            var context = Vertx.currentContext();
            return context == null ? elsewhere : elsewhere.emitOn(task -> context.runOnContext(ignored -> task.run()));
        });
    }
}
