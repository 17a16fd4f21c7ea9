package io.candletrace.queue;

import io.candletrace.lineage.TaskId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Does a task's work. At most one handler anywhere works on a task at a time, as far as a queue can know. */
public interface TaskHandler {
    /** Works on the task. A failure means that nothing is known about it: it comes again after a while. */
    Uni<Outcome> handle(TaskId task);

    /**
     * From now on no work is done here: what is under way is handed back at once, without counting against the task, and comes
     * again elsewhere. For a service that stops; there is no way back.
     */
    void stop();

    /** What becomes of the task's entry in the queue. */
    sealed interface Outcome {
        /** It is done, well or not, and leaves the queue. */
        record Done() implements Outcome {}

        /** It comes again after this long. */
        record Again(Duration after) implements Outcome {
            /** It comes again at once, anywhere. */
            public static final Again AT_ONCE = new Again(Duration.ZERO);
        }
    }
}
