package io.candletrace.pipeline;

import io.candletrace.failure.ServiceException;
import io.candletrace.journal.Journal;
import io.candletrace.journal.Provenance;
import io.candletrace.journal.Step;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Timeframe;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final Optional<Timeframe> timeframe;
    private final Optional<String> model;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConcurrentLinkedQueue<Step> steps = new ConcurrentLinkedQueue<>();

    private StepLog(Optional<Timeframe> timeframe, Optional<String> model, MeterRegistry meters, Clock clock) {
        this.timeframe = timeframe;
        this.model = model;
        this.meters = meters;
        this.clock = clock;
    }

    /** For stages that work on all timeframes. */
    static StepLog of(Stages stages) {
        return new StepLog(Optional.empty(), Optional.empty(), stages.meters(), stages.clock());
    }

    /** For stages that work on one timeframe. */
    static StepLog of(Stages stages, Timeframe timeframe) {
        return new StepLog(Optional.of(timeframe), Optional.empty(), stages.meters(), stages.clock());
    }

    /** For stages that ask one model about one timeframe. */
    static StepLog of(Stages stages, Timeframe timeframe, String model) {
        return new StepLog(Optional.of(timeframe), Optional.of(model), stages.meters(), stages.clock());
    }

    /** Does the work and notes when it started, how long it took, what it made and why it failed. */
    <T> Uni<T> timed(String name, Optional<Sha256> input, Function<T, Sha256> output, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var watch = new Watch(name, input, clock.instant(), System.nanoTime());
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
    Uni<Void> flush(Journal journal, Provenance provenance) {
        var drained = drain();
        return drained.isEmpty()
                ? Uni.createFrom().voidItem()
                : journal.recordSteps(provenance, drained)
                        .onFailure()
                        .invoke(failure -> LOG.debugf(
                                "steps of task %d were not recorded: %s",
                                provenance.task().value(), failure.getMessage()))
                        .onFailure()
                        .recoverWithUni(Uni.createFrom().voidItem());
    }

    private final class Watch {
        private final String name;
        private final Optional<Sha256> input;
        private final Instant started;
        private final long ticks;

        Watch(String name, Optional<Sha256> input, Instant started, long ticks) {
            this.name = name;
            this.input = input;
            this.started = started;
            this.ticks = ticks;
        }

        Step stop(Optional<Sha256> output, Optional<String> error) {
            var duration = Duration.ofNanos(System.nanoTime() - ticks);
            var status = error.isPresent() ? "failed" : "completed";
            meters.timer(METER, "stage", name, "status", status).record(duration);
            return new Step(name, timeframe, model, started, duration, input, output, error);
        }
    }

    private static String line(Throwable failure) {
        return failure instanceof ServiceException known
                ? known.reason() + ": " + known.detail()
                : "INTERNAL: " + failure.getClass().getSimpleName();
    }
}
