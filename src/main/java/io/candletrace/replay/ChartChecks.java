package io.candletrace.replay;

import io.candletrace.chart.Chart;
import io.candletrace.chart.ChartRenderer;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.Sha256;
import io.candletrace.pipeline.ChartReading;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.ObjectStore;
import io.candletrace.storage.StoredChart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws a recorded chart again, from its snapshot alone, and compares all of it. */
@ApplicationScoped
class ChartChecks {
    private final ObjectStore store;
    private final ChartReading reading;
    private final ChartRenderer renderer;

    ChartChecks(ObjectStore store, ChartReading reading, ChartRenderer renderer) {
        this.store = store;
        this.reading = reading;
        this.renderer = renderer;
    }

    /** Fails with {@code STORE_UNAVAILABLE}; whatever else is wrong is a check. */
    Uni<CheckedChart> check(ChartEvidence evidence) {
        return Uni.join()
                .all(
                        object("picture", evidence.jpegKey(), evidence.jpegSha256()),
                        object("page", evidence.htmlKey(), evidence.htmlSha256()),
                        object("snapshot", evidence.snapshotKey(), evidence.snapshotSha256()))
                .andFailFast()
                .chain(objects -> objects.getLast().same()
                        ? redrawn(evidence, objects)
                        : Uni.createFrom()
                                .item(new CheckedChart(
                                        Optional.of(evidence.renderer()),
                                        objects,
                                        Optional.empty(),
                                        Optional.empty())));
    }

    private Uni<Check> object(String what, ObjectKey key, Sha256 expected) {
        return store.find(key).map(found -> Check.kept(what + " object " + key, expected, found.map(Sha256::of)));
    }

    private Uni<CheckedChart> redrawn(ChartEvidence evidence, List<Check> objects) {
        return reading.read(evidence)
                .chain(chart -> renderer.render(chart.value().chart().series(), evidence.renderSpec())
                        .map(drawn -> compared(evidence, objects, chart, drawn)))
                .onFailure(ChartChecks::contradicts)
                .recoverWithItem(failure -> undrawable(evidence, objects, failure));
    }

    private static CheckedChart compared(
            ChartEvidence evidence, List<Check> objects, Recorded<ChartId, StoredChart> chart, Chart drawn) {
        var redraw = Stream.of(
                Check.kept(
                        "render_spec",
                        evidence.renderSpecSha256(),
                        evidence.renderSpec().sha256()),
                Check.drawn("redrawn pixels", evidence.pixelsSha256(), drawn.pixels()),
                Check.drawn(
                        "redrawn picture", evidence.jpegSha256(), drawn.jpeg().sha256()),
                Check.drawn("redrawn page", evidence.htmlSha256(), drawn.html().sha256()));
        return new CheckedChart(
                Optional.of(evidence.renderer()),
                Stream.concat(objects.stream(), redraw).toList(),
                Optional.of(chart),
                Optional.of(drawn));
    }

    /** The bars are those that were recorded, so what does not fit them is the row. */
    private static boolean contradicts(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof ServiceException known && known.reason() == FailureReason.CHART_NOT_DRAWABLE;
    }

    private static CheckedChart undrawable(ChartEvidence evidence, List<Check> objects, Throwable failure) {
        var check = Check.kept("chart " + evidence.id().value(), "a row that fits its snapshot", failure.getMessage());
        return new CheckedChart(
                Optional.of(evidence.renderer()),
                Stream.concat(objects.stream(), Stream.of(check)).toList(),
                Optional.empty(),
                Optional.empty());
    }

    /** Of a chart whose row holds what was never written. */
    static CheckedChart unreadable(ChartId id, Throwable failure) {
        var check = Check.kept("chart " + id.value(), "a row that can be read", failure.getMessage());
        return new CheckedChart(Optional.empty(), List.of(check), Optional.empty(), Optional.empty());
    }
}
