package io.candletrace.page;

import io.candletrace.journal.ChartRecord;
import java.util.List;

/**
 * A chart on the page of a signal.
 *
 * @param facts what it was drawn from and what its bytes hash to
 * @param snapshotKey where the exact bars are
 */
public record ChartPart(
        long id,
        String symbol,
        String timeframe,
        String asOf,
        int width,
        int height,
        List<Fact> facts,
        String snapshotKey) {

    static ChartPart of(ChartRecord chart) {
        var subject = chart.subject();
        var objects = chart.objects();
        return new ChartPart(
                subject.id(),
                subject.symbol(),
                Words.timeframe(subject.timeframe()),
                Words.time(subject.asOf()),
                objects.widthPx(),
                objects.heightPx(),
                List.of(
                        new Fact("Bars shown", String.valueOf(chart.figures().dataPoints())),
                        new Fact("Last close", Words.price(chart.figures().priceCurrent())),
                        new Fact("Source", subject.source()),
                        new Fact("Bars SHA-256", objects.snapshotSha256()),
                        new Fact("Picture SHA-256", objects.jpegSha256()),
                        new Fact("Pixels SHA-256", objects.pixelsSha256())),
                objects.snapshotObjectKey());
    }
}
