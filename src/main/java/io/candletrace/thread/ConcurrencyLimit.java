package io.candletrace.thread;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets so many at a time work and lets the others wait in line, without a thread. */
public final class ConcurrencyLimit {
    private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
    private int free;

    /** At most so many at once; positive. */
    public ConcurrencyLimit(int atOnce) {
        this.free = atOnce;
    }

    /**
     * Does the work when its turn comes, on the asker's Vert.x context, whoever made room; giving up while waiting or working
     * frees the place.
     */
    public <T> Uni<T> whenFree(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var turn = new Turn();
            return Hop.back(Uni.createFrom().<Void>emitter(emitter -> queue(turn, emitter)))
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> finish(turn));
        });
    }

    private void queue(Turn turn, UniEmitter<? super Void> emitter) {
        synchronized (this) {
            turn.emitter = Optional.of(emitter);
            waiting.add(turn);
        }
        admit();
    }

    private void finish(Turn turn) {
        synchronized (this) {
            if (turn.admitted) {
                free++;
            } else {
                waiting.remove(turn);
            }
        }
        admit();
    }

    private void admit() {
        next().flatMap(turn -> turn.emitter).ifPresent(emitter -> emitter.complete(null));
    }

    private synchronized Optional<Turn> next() {
        if (free == 0 || waiting.isEmpty()) {
            return Optional.empty();
        }
        var turn = waiting.remove();
        turn.admitted = true;
        free--;
        return Optional.of(turn);
    }

    private static final class Turn {
        private Optional<UniEmitter<? super Void>> emitter = Optional.empty();
        private boolean admitted;
    }
}
