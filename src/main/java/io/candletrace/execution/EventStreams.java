package io.candletrace.execution;

import io.candletrace.execution.EventLog.Position;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets executions be watched as they run, by a bounded number of watchers. */
@ApplicationScoped
public class EventStreams {
    private final EventLog log;
    private final EventPoller poller;
    private final EventConfig config;
    private final AtomicInteger open;

    EventStreams(EventLog log, EventPoller poller, EventConfig config, MeterRegistry meters) {
        this.log = log;
        this.poller = poller;
        this.config = config;
        this.open = meters.gauge("candletrace.execution.event.streams", new AtomicInteger());
    }

    /**
     * Whether one more may watch.
     *
     * @throws ServiceException {@code TOO_MANY_STREAMS} when not
     */
    public void requireRoom() {
        if (open.get() >= config.eventStreams()) {
            throw new ServiceException(
                    FailureReason.TOO_MANY_STREAMS,
                    "at most " + config.eventStreams() + " streams of events at once, found " + open.get() + "; see"
                            + " candletrace.execution.event-streams");
        }
    }

    /**
     * What happens after a position, in order, a few events at a time; nothing at all, from time to time, is a sign of life.
     * Completes after the execution's end. Fails with {@code TOO_MANY_STREAMS} or {@code DATABASE_UNAVAILABLE}.
     */
    public Multi<List<ExecutionEvent>> follow(Position from) {
        return Multi.createFrom().deferred(() -> {
            requireRoom();
            open.incrementAndGet();
            return log.over(from)
                    .onItem()
                    .transformToMulti(over -> new Stream(from, over).batches())
                    .onTermination()
                    .invoke(open::decrementAndGet);
        });
    }

    /** How far one watcher is. */
    private final class Stream {
        private Position position;
        private boolean over;

        Stream(Position position, boolean over) {
            this.position = position;
            this.over = over;
        }

        Multi<List<ExecutionEvent>> batches() {
            return Multi.createBy()
                    .repeating()
                    .uni(() -> this, Stream::next)
                    .whilst(events -> !over || events.size() == EventLog.PAGE);
        }

        private Uni<List<ExecutionEvent>> next() {
            var events = over ? log.after(List.of(position)).map(List::getFirst) : poller.next(position);
            return events.invoke(this::advance);
        }

        private void advance(List<ExecutionEvent> events) {
            for (var event : events) {
                over = event.over(over);
                position = new Position(position.execution(), event.id());
            }
        }
    }
}
