package io.candletrace.execution;

import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets nobody wait for work any longer once the service stops. */
final class Stopping {
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    void stop() {
        stopped = true;
        waiting.forEach(Runnable::run);
    }

    boolean stopped() {
        return stopped;
    }

    /**
     * Whether the work was done before the stop. Work that was not goes on, unheard: cutting it off could leave a transaction
     * open, and its answer may have been paid for and is kept when it comes.
     */
    Uni<Boolean> outrun(Uni<?> work) {
        return Hop.back(Uni.createFrom().<Boolean>emitter(emitter -> {
            Runnable end = () -> emitter.complete(false);
            emitter.onTermination(() -> waiting.remove(end));
            waiting.add(end);
            if (stopped) {
                end.run();
                return;
            }
            work.subscribe()
                    .with(
                            done -> {
                                waiting.remove(end);
                                emitter.complete(true);
                            },
                            failure -> {
                                waiting.remove(end);
                                emitter.fail(failure);
                            });
        }));
    }
}
