package io.candletrace.api;

import io.candletrace.journal.AnalysisRecord;
import io.candletrace.journal.Archive.Citation;
import io.candletrace.journal.Archive.Lineage;
import io.candletrace.journal.ChartRecord;
import io.candletrace.journal.StepRecord;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a signal came from.
 *
 * @param analyses the deciding one first
 * @param steps oldest first
 */
record LineageView(
        SignalView signal, List<Cited> analyses, List<Drawn> charts, List<StepRecord> steps, Optional<Voided> voided) {

    static LineageView of(Lineage lineage, Links links, UriInfo uri) {
        return new LineageView(
                SignalView.of(lineage.signal(), links, uri),
                lineage.citations().stream().map(Cited::of).toList(),
                lineage.charts().stream()
                        .map(chart -> Drawn.of(chart, links, uri))
                        .toList(),
                lineage.steps(),
                lineage.voided().map(voided -> new Voided(voided.reason(), voided.at())));
    }

    /** An analysis, what it did, and what it is known by. */
    record Cited(
            String role,
            long llmAnalysisId,
            long chartId,
            String timeframe,
            String modelName,
            String modelConfigSha256,
            long promptTemplateId,
            String promptSha256,
            String status) {

        static Cited of(Citation citation) {
            AnalysisRecord analysis = citation.analysis();
            return new Cited(
                    citation.role(),
                    analysis.subject().id(),
                    analysis.subject().chartId(),
                    analysis.subject().timeframe(),
                    analysis.inquiry().modelName(),
                    analysis.inquiry().modelConfigSha256(),
                    analysis.inquiry().promptTemplateId(),
                    analysis.inquiry().promptSha256(),
                    analysis.answer().status());
        }
    }

    /** A chart and its hashes. */
    record Drawn(
            long chartId,
            String timeframe,
            String chartUrlJpeg,
            String jpegSha256,
            String htmlSha256,
            String pixelsSha256,
            String renderSpecSha256,
            String snapshotSha256,
            String snapshotUrl) {

        static Drawn of(ChartRecord chart, Links links, UriInfo uri) {
            var objects = chart.objects();
            return new Drawn(
                    chart.subject().id(),
                    chart.subject().timeframe(),
                    links.object(objects.minioObjectKey(), uri),
                    objects.jpegSha256(),
                    objects.htmlSha256(),
                    objects.pixelsSha256(),
                    objects.renderSpecSha256(),
                    objects.snapshotSha256(),
                    links.object(objects.snapshotObjectKey(), uri));
        }
    }

    /** Why and when the signal was voided. */
    record Voided(String reason, Instant voidedAt) {}
}
