package io.candletrace.reconciliation;

import io.candletrace.lineage.Sha256;
import io.candletrace.reconciliation.Finding.Action;
import io.candletrace.reconciliation.Finding.Kind;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.ObjectStore.Listed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rows whose objects are not there, or not what was recorded. */
@ApplicationScoped
class Absences {
    private static final int LISTED = 1_000;

    private final ObjectStore store;
    private final Repair repair;

    Absences(ObjectStore store, Repair repair) {
        this.store = store;
        this.repair = repair;
    }

    /** What of a page of rows, in the order of keys, lies nowhere; mended unless it is a dry run. */
    Uni<List<Finding>> missing(String after, List<NamedObject> page, boolean dryRun) {
        return present(after, page)
                .chain(present -> each(
                        page.stream()
                                .filter(object -> !present.contains(object.key().value()))
                                .toList(),
                        object -> checked(object, dryRun)));
    }

    /** What of these is missing or another; each is read. */
    Uni<List<Finding>> damaged(List<NamedObject> page, boolean dryRun) {
        return each(page, object -> checked(object, dryRun));
    }

    private static Uni<List<Finding>> each(
            List<NamedObject> objects, Function<NamedObject, Uni<Optional<Finding>>> check) {
        return Multi.createFrom()
                .iterable(objects)
                .onItem()
                .transformToUniAndConcatenate(check::apply)
                .collect()
                .asList()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Finding>> checked(NamedObject object, boolean dryRun) {
        return store.find(object.key())
                .map(found -> wrong(object, found))
                .chain(kind -> kind.map(
                                wrong -> dealtWith(wrong, object, dryRun).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Optional<Kind> wrong(NamedObject object, Optional<byte[]> found) {
        if (found.isEmpty()) {
            return Optional.of(Kind.MISSING);
        }
        return Sha256.of(found.get()).equals(object.sha256()) ? Optional.empty() : Optional.of(Kind.DAMAGED);
    }

    private Uni<Finding> dealtWith(Kind kind, NamedObject object, boolean dryRun) {
        return dryRun
                ? Uni.createFrom()
                        .item(() -> new Finding(
                                kind,
                                object.key().value(),
                                Optional.of(object),
                                Action.FOUND,
                                "should hash to " + object.sha256()))
                : repair.mend(kind, object);
    }

    /** Which of a page's keys a listing has, read as far as the page goes. */
    private Uni<Set<String>> present(String after, List<NamedObject> page) {
        var wanted = new HashSet<String>();
        page.forEach(object -> wanted.add(object.key().value()));
        var last = page.getLast().key().value();
        return present(after, last, wanted, new HashSet<>());
    }

    private Uni<Set<String>> present(String after, String last, Set<String> wanted, Set<String> present) {
        return store.list(after, LISTED).chain(found -> {
            found.stream().map(Listed::key).filter(wanted::contains).forEach(present::add);
            var over = found.size() < LISTED || found.getLast().key().compareTo(last) >= 0;
            return over
                    ? Uni.createFrom().item(present)
                    : present(found.getLast().key(), last, wanted, present);
        });
    }
}
