package io.candletrace.pipeline;

import io.candletrace.chart.Chart;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Sha256;
import io.candletrace.storage.ObjectKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Draws a recorded chart again, from its snapshot alone, and compares: no feed and no model are asked. */
@ApplicationScoped
public class ChartVerification {
    private final Stages stages;

    ChartVerification(Stages stages) {
        this.stages = stages;
    }

    /**
     * What came of the comparison; empty when there is no such chart. Fails with {@code STORE_UNAVAILABLE}, {@code
     * DATABASE_UNAVAILABLE} or {@code CHART_NOT_DRAWABLE}.
     */
    public Uni<Optional<Verified>> verify(ChartId id) {
        return stages.journal()
                .findChart(id)
                .chain(found -> found.map(evidence -> verify(evidence).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Verified> verify(ChartEvidence evidence) {
        return stored(evidence.jpegKey(), evidence.jpegSha256())
                .chain(() -> stored(evidence.htmlKey(), evidence.htmlSha256()))
                .chain(() -> stages.reading().series(evidence))
                .chain(series -> stages.renderer().render(series, evidence.renderSpec()))
                .map(chart -> compared(evidence, chart))
                .onFailure(ChartVerification::isDamage)
                .recoverWithItem(damage ->
                        new Verified(Outcome.TAMPERED, false, false, false, ((ServiceException) damage).detail()));
    }

    private Uni<byte[]> stored(ObjectKey key, Sha256 sha256) {
        return stages.store().stored(key, sha256).bytes();
    }

    private static Verified compared(ChartEvidence recorded, Chart drawn) {
        boolean pixels = drawn.pixels().equals(recorded.pixelsSha256());
        boolean picture = drawn.jpeg().sha256().equals(recorded.jpegSha256());
        boolean page = drawn.html().sha256().equals(recorded.htmlSha256());
        if (pixels && picture && page) {
            return new Verified(
                    Outcome.IDENTICAL,
                    true,
                    true,
                    true,
                    "redrawn from its snapshot, picture and page are the same bytes");
        }
        if (!drawn.renderer().equals(recorded.renderer())) {
            return new Verified(
                    Outcome.RENDERER_CHANGED,
                    pixels,
                    picture,
                    page,
                    "drawn by " + recorded.renderer() + ", redrawn by " + drawn.renderer());
        }
        return new Verified(
                Outcome.TAMPERED,
                pixels,
                picture,
                page,
                "the same renderer draws something else from the snapshot than what is recorded");
    }

    private static boolean isDamage(Throwable failure) {
        return failure instanceof ServiceException known && known.reason() == FailureReason.OBJECT_DAMAGED;
    }

    /** What a comparison can come to. */
    public enum Outcome {
        /** The same bytes. */
        IDENTICAL,
        /** Another renderer, encoder or JDK draws it now; the stored objects hash to their rows. */
        RENDERER_CHANGED,
        /** A stored object is missing or not what was recorded, or the row says something else than the snapshot gives. */
        TAMPERED
    }

    /**
     * A comparison.
     *
     * @param samePixels whether the pixels before encoding are the recorded ones
     * @param samePicture whether the JPEG's bytes are
     * @param samePage whether the interactive page's bytes are, and so every indicator value on it
     * @param detail in words
     */
    public record Verified(Outcome outcome, boolean samePixels, boolean samePicture, boolean samePage, String detail) {}
}
