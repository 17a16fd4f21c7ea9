package io.candletrace.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.Window;
import io.candletrace.storage.ObjectKey;
import io.candletrace.testing.FakeObjectStore;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens at the very moment an object is taken away. */
class OrphansTest {
    private static final ObjectKey KEY = new ObjectKey("snapshots/" + Sha256.of("bars"));
    private static final ObjectKey IN_TRASH = new ObjectKey("trash/" + KEY);
    private static final byte[] BARS = {1, 2, 3};
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final FakeObjectStore store = new FakeObjectStore();
    private final Rows rows = new Rows();
    private final Orphans orphans = new Orphans(store, new Trash(store), rows, new Config(), Clock.systemUTC());

    @Test
    void leavesAnObject_thatIsUploadedAgainWhileItIsLookedAt() {
        // Given
        put(KEY);
        store.afterNextListing(() -> store.put(KEY, BARS, "text/plain").await().indefinitely());

        // When
        var found = found();

        // Then
        assertThat(found).isEmpty();
        assertThat(store.objects()).containsKey(KEY);
    }

    @Test
    void leavesAnObject_whoseRowComesWhileItIsLookedAt() {
        put(KEY);
        store.afterNextListing(() -> {});
        store.afterNextListing(() -> rows.named.add(KEY.value()));

        assertThat(found()).isEmpty();
        assertThat(store.objects()).containsKey(KEY);
    }

    @Test
    void keepsWhatItTakesAway_forAnotherGrace() {
        put(KEY);

        assertThat(found()).hasSize(1);
        assertThat(store.objects()).containsOnlyKeys(IN_TRASH);
        assertThat(found()).as("it is young in the trash").isEmpty();
        assertThat(store.objects()).containsOnlyKeys(IN_TRASH);

        store.age(IN_TRASH, LONG_AGO);
        found();
        assertThat(store.objects()).isEmpty();
    }

    @Test
    void keepsInTheTrash_whatARowNamesAfterAll() {
        put(IN_TRASH);
        rows.named.add(KEY.value());

        assertThat(found()).isEmpty();
        assertThat(store.objects()).containsOnlyKeys(IN_TRASH);
    }

    @Test
    void leavesWhatIsNotOurs() {
        put(new ObjectKey("backups/database.dump"));

        assertThat(found()).isEmpty();
        assertThat(store.objects()).hasSize(1);
    }

    private List<Finding> found() {
        return store.list("", 100)
                .chain(page -> orphans.of(page, false))
                .await()
                .indefinitely();
    }

    private void put(ObjectKey key) {
        store.put(key, BARS, "text/plain").await().indefinitely();
        store.age(key, LONG_AGO);
    }

    private static final class Config implements ReconciliationConfig {
        @Override
        public Every every() {
            return Every.of("off");
        }

        @Override
        public Duration grace() {
            return Duration.ofHours(1);
        }

        @Override
        public int rehashPerRun() {
            return 10;
        }
    }

    /** Rows that name nothing but what they are told. */
    private static final class Rows implements ReconciliationLog {
        private final Set<String> named = new HashSet<>();

        @Override
        public Uni<Set<String>> named(List<String> keys) {
            return Uni.createFrom().item(() -> {
                var found = new HashSet<>(keys);
                found.retainAll(named);
                return found;
            });
        }

        @Override
        public Uni<Optional<Long>> begin(String trigger, boolean dryRun) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> due(Duration interval) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> progress(long run, Progress progress, List<Finding> findings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> end(long run, Optional<String> error) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<String> rehashedTo() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<NamedObject>> named(String bucket, String after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Reconciliation>> list(Window window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<Reconciliation>> find(long run) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<FindingRecord>> findings(long run, Window window) {
            throw new UnsupportedOperationException();
        }
    }
}
