package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.journal.ChartRecord;
import jakarta.ws.rs.core.UriInfo;

/** A chart as it is answered: its row, with the addresses of today. */
record ChartView(
        @JsonUnwrapped ChartRecord.Subject subject,
        String chartUrlJpeg,
        String chartUrlHtml,
        @JsonUnwrapped ChartRecord.Figures figures,
        @JsonUnwrapped ChartRecord.Objects objects) {

    static ChartView of(ChartRecord chart, Links links, UriInfo uri) {
        return new ChartView(
                chart.subject(),
                links.object(chart.objects().minioObjectKey(), uri),
                links.html(chart.subject().id(), uri),
                chart.figures(),
                chart.objects());
    }
}
