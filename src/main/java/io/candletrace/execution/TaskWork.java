package io.candletrace.execution;

import io.candletrace.pipeline.ReplayPipeline;
import io.candletrace.pipeline.TaskPipeline;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What there is to do for a task: a signal to be made, or questions to be asked again. */
@ApplicationScoped
class TaskWork {
    private final TaskContexts contexts;
    private final TaskPipeline pipeline;
    private final ReplayContexts replays;
    private final ReplayPipeline replay;

    TaskWork(TaskContexts contexts, TaskPipeline pipeline, ReplayContexts replays, ReplayPipeline replay) {
        this.contexts = contexts;
        this.pipeline = pipeline;
        this.replays = replays;
        this.replay = replay;
    }

    /** Does it. Fails with the reason of the stage that failed. */
    Uni<Void> run(Attempt attempt) {
        return attempt.replay()
                ? replays.load(attempt).chain(replay::run)
                : contexts.load(attempt).chain(pipeline::run).replaceWithVoid();
    }
}
