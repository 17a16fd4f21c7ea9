package io.candletrace.journal;

import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicators;
import io.candletrace.market.BarSnapshot;
import io.candletrace.storage.ChartStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what a recorded chart shows back from its snapshot. */
@ApplicationScoped
public class RecordedSeries {
    private final ChartStore store;

    RecordedSeries(ChartStore store) {
        this.store = store;
    }

    /** The bars and their indicators, computed again. Fails with {@code OBJECT_DAMAGED} or {@code STORE_UNAVAILABLE}. */
    public Uni<IndicatedSeries> of(ChartEvidence evidence) {
        var spec = evidence.renderSpec();
        return store.stored(evidence.snapshotKey(), evidence.snapshotSha256())
                .bytes()
                .map(bytes -> BarSnapshot.ofBytes(bytes).series(evidence.asOf(), evidence.findings()))
                .map(series -> Indicators.compute(series, spec.indicators(), spec.displayedBars()));
    }
}
