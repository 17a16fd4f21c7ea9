package io.candletrace.journal.postgres;

import io.candletrace.journal.AnalysisStatistics;
import io.candletrace.journal.FigureFilter;
import io.candletrace.journal.GroupKey;
import io.candletrace.journal.Grouped;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Counts over {@code llm_analyses}. */
@ApplicationScoped
class PostgresStatistics implements AnalysisStatistics {
    private static final String ANALYSES = """
            with analysis as (
                select made.symbol, made.timeframe, strategy.name as strategy, made.model_config as model,
                       %s as prompt_version, %s as day, made.execution_id as execution, made.status,
                       made.confidence_score, made.input_uncached, made.input_cached, made.cache_write,
                       made.output_visible, made.output_reasoning, made.cost_usd, made.latency_ms
                from llm_analyses made
                join strategies strategy on strategy.id = made.strategy_id
                join prompt_templates template on template.id = made.prompt_template_id
                where %s)""";

    private static final String FIGURES = """
            count(*), count(*) filter (where status = 'completed'), count(*) filter (where status = 'invalid'),
            count(*) filter (where status = 'refused'), count(*) filter (where status = 'truncated'),
            count(*) filter (where status = 'failed'), round(avg(confidence_score), 4), count(distinct symbol), %s,
            coalesce(sum(cost_usd), 0), count(*) - count(cost_usd), %s, %s, %s
            """.formatted(Row.TOKENS, latency("0.5"), latency("0.95"), latency("0.99"));

    private final Transactions transactions;

    PostgresStatistics(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Grouped<Figures>> statistics(FigureFilter filter, Optional<String> kind, List<GroupKey> keys) {
        var conditions = new Conditions()
                .and("made.analyzed_at >= ?", filter.from())
                .and("made.analyzed_at < ?", filter.to())
                .and("strategy.name = ?", filter.strategy())
                .and("made.symbol = ?", filter.symbol())
                .and("made.timeframe = ?", filter.timeframe())
                .and("made.model_config = ?", filter.model())
                .and("made.execution_id = ?", filter.execution())
                .and("made.kind = ?", kind);
        var grouping = new Grouping(keys);
        var analyses = ANALYSES.formatted(Shown.PROMPT_VERSION, Shown.day("made.analyzed_at"), conditions.sql());
        return transactions.read(session -> grouping.read(
                conditions.bind(session.createNativeQuery(grouping.sql(analyses, "analysis", FIGURES), Object[].class)),
                PostgresStatistics::figures));
    }

    /** Nobody answered a failed one. */
    private static String latency(String share) {
        return "round(cast(percentile_cont(" + share + ") within group (order by latency_ms)"
                + " filter (where status <> 'failed') as numeric), 1)";
    }

    private static Figures figures(Row row) {
        return new Figures(
                new Outcomes(row.count(), row.count(), row.count(), row.count(), row.count(), row.count()),
                row.decimalIfAny(),
                row.count(),
                row.tokens(),
                row.decimal(),
                row.count(),
                latency(row.decimalIfAny(), row.decimalIfAny(), row.decimalIfAny()));
    }

    private static Optional<Latency> latency(
            Optional<BigDecimal> p50, Optional<BigDecimal> p95, Optional<BigDecimal> p99) {
        return p50.flatMap(half -> p95.flatMap(most -> p99.map(nearlyAll -> new Latency(half, most, nearlyAll))));
    }
}
