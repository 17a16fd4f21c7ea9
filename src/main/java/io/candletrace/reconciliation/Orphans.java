package io.candletrace.reconciliation;

import io.candletrace.reconciliation.Finding.Action;
import io.candletrace.reconciliation.Finding.Kind;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.ObjectStore.Listed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects that no row names. Only what is named as this service names objects is looked at; a bucket may hold more. */
@ApplicationScoped
class Orphans {
    private static final Pattern OURS =
            Pattern.compile("(trash/)?(charts/.+/[0-9a-f]{64}\\.(jpg|html)|snapshots/[0-9a-f]{64})");

    private final ObjectStore store;
    private final Trash trash;
    private final ReconciliationLog log;
    private final ReconciliationConfig config;
    private final Clock clock;

    Orphans(ObjectStore store, Trash trash, ReconciliationLog log, ReconciliationConfig config, Clock clock) {
        this.store = store;
        this.trash = trash;
        this.log = log;
        this.config = config;
        this.clock = clock;
    }

    /** What of a page of a listing no row names, and is older than the grace; taken away unless it is a dry run. */
    Uni<List<Finding>> of(List<Listed> page, boolean dryRun) {
        var limit = clock.instant().minus(config.grace());
        var old = page.stream()
                .filter(object -> aged(object, limit))
                .map(Listed::key)
                .toList();
        return old.isEmpty()
                ? Uni.createFrom().item(List.of())
                : unnamed(old).chain(keys -> removed(keys, limit, dryRun));
    }

    private static boolean aged(Listed object, Instant limit) {
        return OURS.matcher(object.key()).matches() && object.modifiedAt().isBefore(limit);
    }

    private Uni<List<String>> unnamed(List<String> keys) {
        var originals = keys.stream().map(Orphans::original).distinct().toList();
        return log.named(originals)
                .map(named -> keys.stream()
                        .filter(key -> !named.contains(original(key)))
                        .toList());
    }

    private Uni<List<Finding>> removed(List<String> keys, Instant limit, boolean dryRun) {
        return Multi.createFrom()
                .iterable(keys)
                .onItem()
                .transformToUniAndConcatenate(key -> dryRun
                        ? Uni.createFrom().item(List.of(finding(key, Action.FOUND, "no row names it")))
                        : removed(key, limit))
                .onItem()
                .<Finding>disjoint()
                .collect()
                .asList();
    }

    /** Looked at again right before: who uploads the same object in between makes it young. */
    private Uni<List<Finding>> removed(String key, Instant limit) {
        return store.list(before(key), 1)
                .map(found -> found.stream().anyMatch(object -> object.key().equals(key) && aged(object, limit)))
                .chain(old -> old
                        ? log.named(List.of(original(key)))
                        : Uni.createFrom().item(Set.of(original(key))))
                .chain(named -> named.isEmpty() ? remove(key) : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Finding>> remove(String key) {
        var object = new ObjectKey(key);
        return Trash.holds(key)
                ? store.delete(object).replaceWith(List.of())
                : trash.take(object)
                        .replaceWith(() -> List.of(finding(key, Action.DELETED, "no row named it; kept in the trash")));
    }

    private static Finding finding(String key, Action action, String detail) {
        return new Finding(Kind.ORPHAN, key, Optional.empty(), action, detail);
    }

    private static String original(String key) {
        return Trash.holds(key) ? Trash.original(key) : key;
    }

    /** The greatest text that sorts before a key, as far as keys go. */
    private static String before(String key) {
        return key.substring(0, key.length() - 1) + (char) (key.charAt(key.length() - 1) - 1) + "~";
    }
}
