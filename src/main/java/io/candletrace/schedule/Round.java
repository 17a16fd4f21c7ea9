package io.candletrace.schedule;

import io.candletrace.queue.TaskQueue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One look at everything that may have something to accept, each by itself. */
final class Round {
    private static final Logger LOG = Logger.getLogger(Round.class);

    private final TaskQueue queue;
    private final int atOnce;

    /**
     * A round.
     *
     * @param queue woken when something was accepted
     * @param atOnce how many are worked on at a time
     */
    Round(TaskQueue queue, int atOnce) {
        this.queue = queue;
        this.atOnce = atOnce;
    }

    /** Does the work on each, and answers how many executions came of it. */
    <T> Uni<Integer> over(Uni<List<T>> found, Function<? super T, Uni<? extends Integer>> work) {
        return found.onItem()
                .transformToMulti(items -> Multi.createFrom().iterable(items))
                .onItem()
                .transformToUni(work)
                .merge(atOnce)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(this::wake);
    }

    /** A round that never fails: what could not be done now is found again at the next tick. */
    static Uni<Void> tolerant(Uni<Integer> round, String what) {
        return round.replaceWithVoid().onFailure().recoverWithUni(failure -> {
            LOG.warnf("%s this time: %s", what, failure.getMessage());
            return Uni.createFrom().voidItem();
        });
    }

    private void wake(int accepted) {
        if (accepted > 0) {
            queue.wake();
        }
    }
}
