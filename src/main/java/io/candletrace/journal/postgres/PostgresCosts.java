package io.candletrace.journal.postgres;

import io.candletrace.analysis.Usage;
import io.candletrace.journal.CostArchive;
import io.candletrace.journal.FigureFilter;
import io.candletrace.journal.GroupKey;
import io.candletrace.journal.Grouped;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Sums over {@code llm_calls}, the only rows that know every call. */
@ApplicationScoped
class PostgresCosts implements CostArchive {
    /** A question's analysis counts with the question's last call, so that the groups' analyses add up. */
    private static final String CALLS = """
            with call as (
                select task.symbol, chart.timeframe, strategy.name as strategy, made.model_config as model,
                       %s as prompt_version, %s as day, task.execution_id as execution, made.purpose, made.error,
                       made.cost_usd, made.input_uncached, made.input_cached, made.cache_write, made.output_visible,
                       made.output_reasoning,
                       exists (select 1 from llm_analyses a
                               where a.execution_id = task.execution_id and a.chart_id = made.chart_id
                                 and a.model_config = made.model_config and a.sample_no = made.sample_no
                                 and a.prompt_template_id = made.prompt_template_id)
                       and not exists (
                           select 1 from llm_calls later
                           where later.task_id = made.task_id and later.chart_id = made.chart_id
                             and later.model_config = made.model_config and later.sample_no = made.sample_no
                             and later.prompt_template_id = made.prompt_template_id
                             and (later.sent_at, later.id) > (made.sent_at, made.id)) as concluding
                from llm_calls made
                join workflow_tasks task on task.id = made.task_id
                join workflow_executions execution on execution.id = task.execution_id
                join strategies strategy on strategy.id = execution.strategy_id
                join charts chart on chart.id = made.chart_id
                join prompt_templates template on template.id = made.prompt_template_id
                where %s)""";

    private static final String FIGURES = """
            count(*), count(*) filter (where error is null), count(error), count(*) filter (where purpose = 'repair'),
            count(*) filter (where concluding), %s, coalesce(sum(cost_usd), 0), count(*) - count(cost_usd)
            """.formatted(Row.TOKENS);

    private static final String PROMPTS = """
            with question as (
                select %s as prompt_version, made.model_config as model, count(*) as calls,
                       count(*) - count(made.cost_usd) as unknown, sum(made.cost_usd) as cost,
                       sum(made.input_uncached + made.input_cached + made.cache_write + made.output_visible
                           + made.output_reasoning) as tokens,
                       (select max(a.status) from llm_analyses a
                        where a.execution_id = task.execution_id and a.chart_id = made.chart_id
                          and a.model_config = made.model_config and a.sample_no = made.sample_no
                          and a.prompt_template_id = template.id) as status
                from llm_calls made
                join workflow_tasks task on task.id = made.task_id
                join prompt_templates template on template.id = made.prompt_template_id
                where made.sent_at >= ?1 and made.sent_at < ?2
                group by task.id, made.chart_id, made.model_config, template.id, made.sample_no)
            select prompt_version, model, cast(sum(calls) as bigint), count(status), cast(sum(tokens) as bigint),
                   coalesce(sum(cost), 0), cast(sum(unknown) as bigint),
                   round(avg(cost) filter (where status is not null and unknown = 0), 12),
                   round(avg(tokens) filter (where status is not null), 1),
                   count(*) filter (where status = 'invalid')
            from question group by prompt_version, model
            order by coalesce(sum(cost), 0) desc, sum(tokens) desc, prompt_version, model limit ?3
            """.formatted(Shown.PROMPT_VERSION);

    private static final String USAGES = """
            select input_uncached, input_cached, cache_write, output_visible, output_reasoning from llm_analyses
            where prompt_template_id = ?1 and model_config = ?2 and analyzed_at >= ?3 and status = 'completed'
              and tokens_used > 0
            order by analyzed_at desc limit ?4
            """;

    private final Transactions transactions;

    PostgresCosts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Grouped<Costs>> costs(FigureFilter filter, List<GroupKey> keys) {
        var conditions = new Conditions()
                .and("made.sent_at >= ?", filter.from())
                .and("made.sent_at < ?", filter.to())
                .and("strategy.name = ?", filter.strategy())
                .and("task.symbol = ?", filter.symbol())
                .and("chart.timeframe = ?", filter.timeframe())
                .and("made.model_config = ?", filter.model())
                .and("task.execution_id = ?", filter.execution());
        var grouping = new Grouping(keys);
        var calls = CALLS.formatted(Shown.PROMPT_VERSION, Shown.day("made.sent_at"), conditions.sql());
        return transactions.read(session -> grouping.read(
                conditions.bind(session.createNativeQuery(grouping.sql(calls, "call", FIGURES), Object[].class)),
                PostgresCosts::costs));
    }

    @Override
    public Uni<List<PromptCosts>> prompts(Instant from, Instant to, int limit) {
        return transactions
                .read(session -> session.createNativeQuery(PROMPTS, Object[].class)
                        .setParameter(1, from.atOffset(ZoneOffset.UTC))
                        .setParameter(2, to.atOffset(ZoneOffset.UTC))
                        .setParameter(3, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresCosts::prompt).toList());
    }

    @Override
    public Uni<List<Usage>> usages(PromptTemplateId prompt, String model, Instant since, int limit) {
        return transactions
                .read(session -> session.createNativeQuery(USAGES, Object[].class)
                        .setParameter(1, prompt.value())
                        .setParameter(2, model)
                        .setParameter(3, since.atOffset(ZoneOffset.UTC))
                        .setParameter(4, limit)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresCosts::usage).toList());
    }

    private static Costs costs(Row row) {
        return new Costs(
                row.count(),
                row.count(),
                row.count(),
                row.count(),
                row.count(),
                row.tokens(),
                row.decimal(),
                row.count());
    }

    private static PromptCosts prompt(Object[] columns) {
        var row = new Row(columns, 0);
        return new PromptCosts(
                row.text(),
                row.text(),
                row.count(),
                row.count(),
                row.count(),
                row.decimal(),
                row.count(),
                row.decimalIfAny(),
                row.decimalIfAny(),
                row.count());
    }

    private static Usage usage(Object[] columns) {
        var row = new Row(columns, 0);
        return new Usage(row.count(), row.count(), row.count(), row.count(), row.count());
    }
}
