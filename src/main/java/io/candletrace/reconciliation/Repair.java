package io.candletrace.reconciliation;

import io.candletrace.chart.Chart;
import io.candletrace.chart.ChartRenderer;
import io.candletrace.chart.Content;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.journal.Journal;
import io.candletrace.journal.RecordedSeries;
import io.candletrace.lineage.ChartId;
import io.candletrace.reconciliation.Finding.Action;
import io.candletrace.reconciliation.Finding.Kind;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Puts recorded bytes back: from the trash, or drawn again from the snapshot; never anything but what hashes to the row. */
@ApplicationScoped
class Repair {
    private static final String CHARTS = "charts";

    private final ObjectStore store;
    private final Trash trash;
    private final Journal journal;
    private final RecordedSeries recorded;
    private final ChartRenderer renderer;

    Repair(ObjectStore store, Trash trash, Journal journal, RecordedSeries recorded, ChartRenderer renderer) {
        this.store = store;
        this.trash = trash;
        this.journal = journal;
        this.recorded = recorded;
        this.renderer = renderer;
    }

    /** What came of it. Fails with {@code STORE_UNAVAILABLE} or {@code DATABASE_UNAVAILABLE}. */
    Uni<Finding> mend(Kind kind, NamedObject object) {
        return trash.find(object)
                .chain(found -> found.map(bytes -> put(kind, object, bytes, "put back from the trash"))
                        .orElseGet(() -> redrawn(kind, object)));
    }

    private Uni<Finding> redrawn(Kind kind, NamedObject object) {
        if (!object.table().equals(CHARTS)) {
            return flagged(kind, object, "the exact bars are nowhere else; what was drawn from them stays as it is");
        }
        return journal.findChart(new ChartId(object.row()))
                .chain(found -> found.map(evidence -> redrawn(kind, object, evidence))
                        .orElseGet(() -> flagged(kind, object, "its row has gone")))
                .onFailure(Repair::undrawable)
                .recoverWithUni(failure -> flagged(kind, object, "it cannot be drawn again: " + failure.getMessage()));
    }

    private Uni<Finding> redrawn(Kind kind, NamedObject object, ChartEvidence evidence) {
        return recorded.of(evidence)
                .chain(series -> renderer.render(series, evidence.renderSpec()))
                .chain(chart -> content(chart, evidence, object.key())
                        .map(content -> content.bytes().chain(bytes -> put(kind, object, bytes, "drawn again")))
                        .orElseGet(() -> flagged(kind, object, different(chart, evidence))));
    }

    private static Optional<Content> content(Chart chart, ChartEvidence evidence, ObjectKey key) {
        var content = key.equals(evidence.jpegKey()) ? chart.jpeg() : chart.html();
        var expected = key.equals(evidence.jpegKey()) ? evidence.jpegSha256() : evidence.htmlSha256();
        return Optional.of(content).filter(drawn -> drawn.sha256().equals(expected));
    }

    private static String different(Chart chart, ChartEvidence evidence) {
        return "drawn again it hashes to something else; drawn by " + evidence.renderer() + ", now by "
                + chart.renderer();
    }

    private Uni<Finding> put(Kind kind, NamedObject object, byte[] bytes, String how) {
        return store.put(object.key(), bytes, mediaType(object.key()))
                .replaceWith(() -> new Finding(kind, object.key().value(), Optional.of(object), Action.REPAIRED, how));
    }

    private static String mediaType(ObjectKey key) {
        if (key.value().endsWith(".jpg")) {
            return "image/jpeg";
        }
        return key.value().endsWith(".html") ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    }

    private static Uni<Finding> flagged(Kind kind, NamedObject object, String why) {
        return Uni.createFrom()
                .item(() -> new Finding(kind, object.key().value(), Optional.of(object), Action.FLAGGED, why));
    }

    private static boolean undrawable(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof ServiceException known
                        && (known.reason() == FailureReason.OBJECT_DAMAGED
                                || known.reason() == FailureReason.CHART_NOT_DRAWABLE);
    }
}
