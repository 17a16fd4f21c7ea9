package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.lineage.StudyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which subjects a query means, as a condition over {@code s} with parameters 1 to 13, and what it tells apart. */
record ScorecardFilter(ScorecardQuery query) {
    /** Answers without a verdict are never counted, and are always told. */
    static final String CONDITION = """
            s.kind = ?1 and (cast(?2 as timestamptz) is null or s.as_of >= ?2) and (cast(?3 as timestamptz) is null or s.as_of < ?3)
            and (cast(?4 as text) is null or s.strategy_id = (select id from strategies where name = ?4))
            and (cast(?5 as text) is null or s.symbol = ?5) and (cast(?6 as text) is null or s.timeframe = ?6)
            and (cast(?7 as text) is null or s.model_config = ?7)
            and (cast(?13 as bigint) is null or s.llm_analysis_id in (
                select a.id from studies y join workflow_executions e on e.backfill_id = y.backfill_id
                    join charts c on c.execution_id = e.id join llm_analyses a on a.chart_id = c.id
                where y.id = ?13))
            and (?8 or s.counted or s.voided or s.answer_status <> 'completed') and (?9 or not s.replay)
            and (?10 or not s.voided) and (?11 or s.source <> 'synthetic')
            """;

    /** What is told apart, each expression with its name and a comma behind it; empty when nothing is. */
    String keys() {
        return numbered(i -> key(query.groupBy().get(i - 1)) + " as k" + i + ", ");
    }

    /** The names of what is told apart, each with a comma behind it. */
    String names() {
        return numbered(i -> "k" + i + ", ");
    }

    /** The clause that tells apart. */
    String grouped() {
        return query.groupBy().isEmpty()
                ? ""
                : " group by "
                        + IntStream.rangeClosed(1, query.groupBy().size())
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(", "));
    }

    private String numbered(IntFunction<String> text) {
        return IntStream.rangeClosed(1, query.groupBy().size()).mapToObj(text).collect(Collectors.joining());
    }

    private static String key(Dimension dimension) {
        return switch (dimension) {
            case MODEL_CONFIG -> "s.model_config";
            case RESPONSE_MODEL -> "coalesce(s.response_model, s.model_config)";
            case TIMEFRAME -> "s.timeframe";
            case STRATEGY -> "(select name from strategies where id = s.strategy_id)";
            case PROMPT_VERSION ->
                "(select name || '@' || version from prompt_templates where id = s.prompt_template_id)";
            case SYMBOL -> "s.symbol";
            case MARKET_REGIME -> "coalesce(s.market_regime, 'unknown')";
            case MONTH -> "to_char(s.as_of at time zone 'UTC', 'YYYY-MM')";
        };
    }

    <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> statement) {
        var filter = query.filter();
        return statement
                .setParameter(1, query.subject().kind())
                .setParameter(2, time(filter.from()))
                .setParameter(3, time(filter.to()))
                .setParameter(4, filter.strategy().orElse(null))
                .setParameter(5, filter.symbol().orElse(null))
                .setParameter(6, filter.timeframe().orElse(null))
                .setParameter(7, filter.modelConfig().orElse(null))
                .setParameter(8, filter.study().isPresent() || filter.extras().contains(Extra.REPEATED))
                .setParameter(9, filter.extras().contains(Extra.REPLAYS))
                .setParameter(10, filter.extras().contains(Extra.VOIDED))
                .setParameter(11, filter.study().isPresent() || filter.extras().contains(Extra.SYNTHETIC))
                .setParameter(12, query.horizon())
                .setParameter(13, filter.study().map(StudyId::value).orElse(null));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** A row without the values of the dimensions. */
    Object[] rest(Object[] row) {
        return Arrays.copyOfRange(row, query.groupBy().size(), row.length);
    }

    /** The values of the dimensions at the start of a row. */
    List<String> key(Object[] row) {
        return IntStream.range(0, query.groupBy().size())
                .mapToObj(i -> String.valueOf(row[i]))
                .toList();
    }
}
