package io.candletrace.study;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.StudyId;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets studies be watched until they are over, by a bounded number of watchers. */
@ApplicationScoped
public class StudyStreams {
    private static final int MOST = 32;
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final StudyStore store;
    private final AtomicInteger open;

    StudyStreams(StudyStore store, MeterRegistry meters) {
        this.store = store;
        this.open = meters.gauge("candletrace.study.streams", new AtomicInteger());
    }

    /**
     * Whether one more may watch.
     *
     * @throws ServiceException {@code TOO_MANY_STREAMS} when not
     */
    public void requireRoom() {
        if (open.get() >= MOST) {
            throw new ServiceException(
                    FailureReason.TOO_MANY_STREAMS,
                    "at most " + MOST + " studies are watched at once, found " + open.get());
        }
    }

    /**
     * The study each time that it has come on, and nothing at all where it has not, as a sign of life; the last one is over. Fails
     * with {@code NOT_FOUND}, {@code TOO_MANY_STREAMS} or {@code DATABASE_UNAVAILABLE}.
     */
    public Multi<Optional<Study>> follow(StudyId id) {
        return Multi.createFrom().deferred(() -> {
            requireRoom();
            open.incrementAndGet();
            var watch = new Watch(id);
            return Multi.createBy()
                    .repeating()
                    .uni(watch::next)
                    .withDelay(EVERY)
                    .whilst(_ -> !watch.over)
                    .onTermination()
                    .invoke(open::decrementAndGet);
        });
    }

    /** How far one watcher is. */
    private final class Watch {
        private final StudyId id;
        private Optional<Study> last = Optional.empty();
        private boolean over;

        Watch(StudyId id) {
            this.id = id;
        }

        private Uni<Optional<Study>> next() {
            return store.find(id).map(found -> {
                var study = found.orElseThrow(
                        () -> new ServiceException(FailureReason.NOT_FOUND, "there is no study " + id.value()));
                var news = last.filter(study::equals).isPresent() ? Optional.<Study>empty() : found;
                over = study.over();
                last = found;
                return news;
            });
        }
    }
}
