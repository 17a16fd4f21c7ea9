package io.candletrace.feed;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** What every fetch from one source takes: the instrument as the source knows it, its bars, and what happened to the shares. */
@ApplicationScoped
class Fetches {
    private final Instruments instruments;
    private final CachedBars cached;
    private final CorporateActions actions;

    Fetches(Instruments instruments, CachedBars cached, CorporateActions actions) {
        this.instruments = instruments;
        this.cached = cached;
        this.actions = actions;
    }

    /** The plan for a source that has said what the symbol is. Fails as {@link BarSource#resolve} and {@link SeriesPlan#of} do. */
    Uni<SeriesPlan> plan(BarSource source, BarRequest request) {
        var known = request.instrument().value();
        return source.resolve(known)
                .map(said -> said.since(known.since()))
                .call(instrument -> learn(request.instrument(), instrument))
                .map(instrument -> SeriesPlan.of(source, request.about(instrument)));
    }

    /** The bars of a plan's range: from the cache where the source is live, else from the source. Fails as the source does. */
    Uni<BarBatch> bars(SeriesPlan plan) {
        return plan.source().profile().live()
                ? cached.bars(plan.source(), plan.request().instrument(), plan.range())
                : plan.source().fetch(plan.range());
    }

    /** The plan's bars again, whatever is known of them. Fails as the source does. */
    Uni<BarCache.Change> refresh(SeriesPlan plan) {
        return cached.refresh(plan.source(), plan.request().instrument(), plan.range());
    }

    /** Splits and dividends of the plan's instrument that are in effect. */
    Uni<List<CorporateAction>> actions(SeriesPlan plan) {
        var zone = plan.instrument().calendar().zone();
        var today = LocalDate.ofInstant(plan.request().asOf(), zone);
        return actions.find(plan.request().instrument().id(), today);
    }

    private Uni<Void> learn(Recorded<InstrumentId, Instrument> known, Instrument said) {
        return said.equals(known.value()) ? Uni.createFrom().voidItem() : instruments.learn(known.id(), said);
    }
}
