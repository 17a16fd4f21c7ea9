package io.candletrace.replay;

import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.PriceList;
import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.EvidenceArchive;
import io.candletrace.journal.Journal;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.prompt.Prompts;
import io.candletrace.strategy.Strategies;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes recorded analyses again from what is kept about them, and compares: objects, picture, prompt, answer, tokens and cost. No
 * feed and no model is asked, and nothing is written.
 */
@ApplicationScoped
public class AnalysisVerification {
    private static final int CHARTS_AT_ONCE = 2;

    private final EvidenceArchive evidence;
    private final Journal journal;
    private final Prompts prompts;
    private final Strategies strategies;
    private final PriceList prices;
    private final ChartChecks charts;
    private final AnalysisChecks checks;

    AnalysisVerification(
            EvidenceArchive evidence,
            Journal journal,
            Prompts prompts,
            Strategies strategies,
            PriceList prices,
            ChartChecks charts,
            AnalysisChecks checks) {
        this.evidence = evidence;
        this.journal = journal;
        this.prompts = prompts;
        this.strategies = strategies;
        this.prices = prices;
        this.charts = charts;
        this.checks = checks;
    }

    /** One analysis; empty when there is none of this id. Fails with {@code STORE_UNAVAILABLE} or {@code DATABASE_UNAVAILABLE}. */
    public Uni<Optional<VerifiedAnalysis>> verify(AnalysisId id) {
        return evidence.evidence(id)
                .chain(found -> found.map(
                                kept -> chart(new ChartId(kept.row().subject().chartId()))
                                        .chain(chart -> verify(kept, chart))
                                        .map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /**
     * What an execution asked about its charts, every sample, by id; of each what differs. Each chart is drawn once, two at a
     * time. Fails with {@code STORE_UNAVAILABLE} or {@code DATABASE_UNAVAILABLE}.
     */
    public Uni<List<VerifiedAnalysis>> verify(ExecutionId execution) {
        return evidence.chartsAsked(execution)
                .chain(asked -> Multi.createFrom()
                        .iterable(asked)
                        .onItem()
                        .transformToUni(chart -> verify(execution, chart))
                        .merge(CHARTS_AT_ONCE)
                        .collect()
                        .asList())
                .map(parts -> parts.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(VerifiedAnalysis::id))
                        .toList());
    }

    private Uni<List<VerifiedAnalysis>> verify(ExecutionId execution, ChartId id) {
        return chart(id)
                .chain(chart -> evidence.asked(execution, id)
                        .chain(ids -> Multi.createFrom()
                                .iterable(ids)
                                .onItem()
                                .transformToUniAndConcatenate(analysis -> evidence.evidence(analysis)
                                        .chain(kept -> verify(kept.orElseThrow(), chart))
                                        .map(VerifiedAnalysis::differences))
                                .collect()
                                .asList()));
    }

    private Uni<CheckedChart> chart(ChartId id) {
        return journal.findChart(id)
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no chart " + id.value())))
                .chain(charts::check)
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(failure -> ChartChecks.unreadable(id, failure));
    }

    private Uni<VerifiedAnalysis> verify(AnalysisEvidence kept, CheckedChart chart) {
        return exhibit(kept)
                .chain(exhibit -> checks.of(exhibit, chart))
                .map(own -> VerifiedAnalysis.of(kept.row(), chart, own));
    }

    private Uni<Exhibit> exhibit(AnalysisEvidence kept) {
        var template = new PromptTemplateId(kept.row().inquiry().promptTemplateId());
        return Uni.combine()
                .all()
                .unis(prompts.find(template), strategies.version(kept.strategy()), prices(kept))
                .with((prompt, strategy, known) ->
                        new Exhibit(kept, prompt.orElseThrow(), strategy.orElseThrow(), known));
    }

    private Uni<Map<ModelPriceId, ModelPrice>> prices(AnalysisEvidence kept) {
        var ids = kept.calls().stream()
                .flatMap(call -> call.spending().price().stream())
                .distinct();
        return Multi.createFrom()
                .items(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> prices.find(id)
                        .map(price -> Map.entry(id, price.orElseThrow().price())))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
