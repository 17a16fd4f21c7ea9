package io.candletrace.evaluation;

import io.candletrace.evaluation.outcome.Basis;
import io.candletrace.evaluation.outcome.Split;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarFeed;
import io.candletrace.feed.BarRequest;
import io.candletrace.feed.CorporateAction;
import io.candletrace.feed.CorporateActions;
import io.candletrace.feed.Instruments;
import io.candletrace.journal.Journal;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.SnapshotId;
import io.candletrace.market.Adjustment;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.storage.ChartStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The bars that a batch is held against, kept as evidence before anything is made of them. */
@ApplicationScoped
class ForwardBars {
    /** The regime looks at 250 ranges of 14 bars and at 200 closes. */
    private static final int BEFORE_THE_FIRST = 280;

    private final BarFeed feed;
    private final Instruments instruments;
    private final CorporateActions actions;
    private final ChartStore store;
    private final Journal journal;
    private final Clock clock;

    ForwardBars(
            BarFeed feed,
            Instruments instruments,
            CorporateActions actions,
            ChartStore store,
            Journal journal,
            Clock clock) {
        this.feed = feed;
        this.instruments = instruments;
        this.actions = actions;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    /** The bars from before the first subject's decision as far as the last one reaches. Fails as {@link BarFeed#fetch} does. */
    Uni<Kept> of(Batch batch, List<Integer> horizons) {
        return instruments
                .find(batch.instrument())
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no instrument " + batch.instrument())))
                .chain(instrument -> kept(batch, instrument, horizons));
    }

    /** The benchmark's bars of the same time; empty when it has none that can be used. */
    Uni<Optional<Kept>> benchmark(Batch batch, Symbol symbol, BarSeries beside) {
        var assumed = feed.first(List.of(batch.source())).instrument(symbol);
        var from = beside.bars().getFirst().opensAt();
        return instruments
                .findOrAdd(batch.source(), List.of(assumed), LocalDate.ofInstant(beside.asOf(), ZoneOffset.UTC))
                .chain(rows -> fetch(batch, rows.getFirst(), from, beside.asOf()))
                .map(Optional::of)
                .onFailure(ForwardBars::forGood)
                .recoverWithItem(Optional.<Kept>empty());
    }

    private Uni<Kept> kept(Batch batch, Recorded<InstrumentId, Instrument> instrument, List<Integer> horizons) {
        var calendar = instrument.value().calendar();
        var reach = new Reach(calendar, batch.timeframe(), horizons);
        var end = batch.subjects().stream()
                .map(subject -> reach.end(subject.prediction()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var first = batch.subjects().getFirst().prediction().lastBarClosedAt();
        var decision = calendar.lastClosed(batch.timeframe(), first);
        var before = batch.subjects().stream().allMatch(Subject::regimeKnown) ? 0 : BEFORE_THE_FIRST;
        var from = calendar.back(batch.timeframe(), decision, before).opensAt();
        var now = clock.instant();
        return feed.latestClose(
                        List.of(batch.source()), List.of(instrument.value().symbol()))
                .map(latest -> earliest(end, latest.orElse(now), now))
                .chain(asOf -> fetch(batch, instrument, from, asOf));
    }

    private Uni<Kept> fetch(Batch batch, Recorded<InstrumentId, Instrument> instrument, Instant from, Instant asOf) {
        var reach = new Reach(instrument.value().calendar(), batch.timeframe(), List.of());
        var profile = feed.first(List.of(batch.source())).profile();
        var request = new BarRequest(
                instrument,
                List.of(batch.source()),
                batch.timeframe(),
                asOf,
                reach.bars(from, asOf),
                profile.delivers(Adjustment.SPLIT_EXACT) ? Adjustment.SPLIT_EXACT : profile.adjustment(),
                true);
        return feed.fetch(request).chain(series -> keep(instrument.id(), series));
    }

    private Uni<Kept> keep(InstrumentId instrument, BarSeries series) {
        return store.keep(series)
                .chain(snapshot -> journal.recordSnapshot(instrument, snapshot))
                .chain(snapshot -> splits(instrument, series).map(splits -> new Kept(snapshot, series, splits)));
    }

    private Uni<List<Split>> splits(InstrumentId instrument, BarSeries series) {
        var today = LocalDate.ofInstant(
                series.asOf(), series.instrument().calendar().zone());
        return actions.find(instrument, today)
                .map(known -> known.stream()
                        .filter(action -> action.kind() == CorporateAction.Kind.SPLIT && !action.withdrawn())
                        .map(action -> new Split(action.exDate(), action.value()))
                        .toList());
    }

    private static Instant earliest(Instant end, Instant latest, Instant now) {
        return List.of(end, latest, now).stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static boolean forGood(Throwable failure) {
        return failure instanceof ServiceException known && !known.reason().retryHelps();
    }

    /**
     * Bars that are kept.
     *
     * @param snapshot where
     * @param splits those that are known, by date; the prices are adjusted for them
     */
    record Kept(SnapshotId snapshot, BarSeries series, List<Split> splits) {

        /** In whose shares the prices are. */
        Basis basis() {
            return series.adjustment() == Adjustment.SPLIT_EXACT ? Basis.FEWEST_SHARES : Basis.LAST_SHARES;
        }

        /** Session dates at which a split seems to be that nobody has recorded. */
        Set<LocalDate> suspects() {
            return series.findings().stream()
                    .filter(finding -> finding.code() == FindingCode.UNADJUSTED_SPLIT)
                    .map(Finding::sessionDate)
                    .collect(Collectors.toSet());
        }
    }
}
