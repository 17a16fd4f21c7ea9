package io.candletrace.pipeline;

import io.candletrace.failure.ServiceException;
import io.candletrace.journal.Provenance;
import io.candletrace.journal.Step;
import io.candletrace.journal.StepStart;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Timeframe;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Times the stages of one branch of a task, until they are recorded together with what they led to. */
final class StepLog {
    private static final Logger LOG = Logger.getLogger(StepLog.class);
    private static final String METER = "candletrace.stage";

    private final Stages stages;
    private final Provenance provenance;
    private final Optional<Timeframe> timeframe;
    private final Optional<String> model;
    private final ConcurrentLinkedQueue<Step> steps = new ConcurrentLinkedQueue<>();

    private StepLog(Stages stages, Provenance provenance, Optional<Timeframe> timeframe, Optional<String> model) {
        this.stages = stages;
        this.provenance = provenance;
        this.timeframe = timeframe;
        this.model = model;
    }

    /** For stages that work on all timeframes. */
    static StepLog of(Stages stages, Provenance provenance) {
        return new StepLog(stages, provenance, Optional.empty(), Optional.empty());
    }

    /** For stages that work on one timeframe. */
    static StepLog of(Stages stages, Provenance provenance, Timeframe timeframe) {
        return new StepLog(stages, provenance, Optional.of(timeframe), Optional.empty());
    }

    /** For stages that ask one model about one timeframe. */
    static StepLog of(Stages stages, Provenance provenance, Timeframe timeframe, String model) {
        return new StepLog(stages, provenance, Optional.of(timeframe), Optional.of(model));
    }

    /** Does the work and notes when it started, how long it took, what it made and why it failed. */
    <T> Uni<T> timed(String name, Optional<Sha256> input, Function<T, Sha256> output, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var watch = new Watch(start(name), input, System.nanoTime());
            return work.get()
                    .invoke(made -> steps.add(watch.stop(Optional.of(output.apply(made)), Optional.empty())))
                    .onFailure()
                    .invoke(failure -> steps.add(watch.stop(Optional.empty(), Optional.of(line(failure)))));
        });
    }

    /** What was noted so far, in order; it is not noted any more. */
    List<Step> drain() {
        var drained = List.copyOf(steps);
        steps.removeAll(drained);
        return drained;
    }

    /** Records what was noted and led to nothing. That this fails too must not hide the failure that led here. */
    Uni<Void> flush() {
        var drained = drain();
        return drained.isEmpty()
                ? Uni.createFrom().voidItem()
                : stages.journal()
                        .recordSteps(provenance, drained)
                        .onFailure()
                        .invoke(failure -> LOG.debugf(
                                "steps of task %d were not recorded: %s",
                                provenance.task().value(), failure.getMessage()))
                        .onFailure()
                        .recoverWithUni(Uni.createFrom().voidItem());
    }

    private StepStart start(String name) {
        var at = stages.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var start = new StepStart(provenance, name, timeframe, model, at);
        stages.starts().begun(start);
        return start;
    }

    private final class Watch {
        private final StepStart start;
        private final Optional<Sha256> input;
        private final long ticks;

        Watch(StepStart start, Optional<Sha256> input, long ticks) {
            this.start = start;
            this.input = input;
            this.ticks = ticks;
        }

        Step stop(Optional<Sha256> output, Optional<String> error) {
            var duration = Duration.ofNanos(System.nanoTime() - ticks);
            var status = error.isPresent() ? "failed" : "completed";
            stages.meters()
                    .timer(METER, "stage", start.name(), "status", status)
                    .record(duration);
            stages.starts().ended(start);
            return new Step(start.name(), timeframe, model, start.at(), duration, input, output, error);
        }
    }

    private static String line(Throwable failure) {
        return failure instanceof ServiceException known
                ? known.reason() + ": " + known.detail()
                : "INTERNAL: " + failure.getClass().getSimpleName();
    }
}
