package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.comparison.ComparisonQuery;
import io.candletrace.evaluation.comparison.Side;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Whose answers a query means and which of them are about the same, as expressions over a subject {@code s}, its analysis {@code l} and
 * the chart {@code c} that this was made from, with parameters 1 to 11.
 */
record ComparisonFilter(ComparisonQuery query) {
    /** Whose answers do not matter here. */
    static final String CONDITION = """
            s.kind = ?2 and not s.voided and (cast(?3 as timestamptz) is null or s.as_of >= ?3)
            and (cast(?4 as timestamptz) is null or s.as_of < ?4)
            and (cast(?5 as text) is null or s.strategy_id = (select id from strategies where name = ?5))
            and (cast(?6 as text) is null or s.symbol = ?6) and (cast(?7 as text) is null or s.timeframe = ?7)
            and (cast(?8 as text) is null or s.model_config = ?8) and (?9 or s.source <> 'synthetic')
            """;

    /** A signal was made from every picture whose analysis had a say; snapshots are one by their hash. */
    private static final String PICTURES_OF_A_SIGNAL = """
            (select string_agg(h.bar_snapshot_id || h.jpeg_sha256%s, '/' order by h.timeframe, h.jpeg_sha256, m.prompt_sha256)
             from signal_analyses r join llm_analyses m on m.id = r.llm_analysis_id join charts h on h.id = m.chart_id
             where r.signal_id = s.signal_id and r.role <> 'observes')""";

    /** Whether an answer is that of the first side. */
    String first() {
        return said(10);
    }

    /** Whether an answer is that of the second side. */
    String second() {
        return said(11);
    }

    /** Strategies are judged by what they did themselves, not by what was asked about their charts later. */
    private String said(int parameter) {
        return switch (query.a().kind()) {
            case MODEL -> "s.model_config = ?" + parameter;
            case PROMPT ->
                "s.prompt_template_id in (select id from prompt_templates where name || '@' || version = ?" + parameter
                        + ")";
            case STRATEGY -> "not s.replay and s.strategy_version_id = (" + versions() + parameter + ")";
        };
    }

    private static String versions() {
        return "select v.id from strategy_versions v join strategies t on t.id = v.strategy_id where t.name || '@' || v.version = ?";
    }

    /** A text that is equal when an answer is about the same. */
    String input() {
        var signals = query.subject() == Subject.SIGNALS;
        return switch (query.a().kind()) {
            case MODEL ->
                signals ? PICTURES_OF_A_SIGNAL.formatted(" || m.prompt_sha256") : picture() + " || l.prompt_sha256";
            case PROMPT ->
                (signals ? PICTURES_OF_A_SIGNAL.formatted("") : picture())
                        + " || l.model_config_sha256 || l.model_config";
            case STRATEGY ->
                "s.instrument_id || '/' || s.timeframe || '/' || date_part('epoch', s.as_of)"
                        + (signals ? "" : " || '/' || s.model_config");
        };
    }

    private static String picture() {
        return "c.bar_snapshot_id || c.jpeg_sha256";
    }

    <T> Mutiny.SelectionQuery<T> bind(Mutiny.SelectionQuery<T> statement) {
        var filter = query.filter();
        return statement
                .setParameter(1, query.horizon())
                .setParameter(2, query.subject().kind())
                .setParameter(3, time(filter.from()))
                .setParameter(4, time(filter.to()))
                .setParameter(5, filter.strategy().orElse(null))
                .setParameter(6, filter.symbol().orElse(null))
                .setParameter(7, filter.timeframe().orElse(null))
                .setParameter(8, filter.modelConfig().orElse(null))
                .setParameter(9, filter.extras().contains(Extra.SYNTHETIC))
                .setParameter(10, query.a().name())
                .setParameter(11, query.b().name());
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    /** The exact name of a side, by its name as parameter 1: one row, or none. */
    static String find(Side.Kind kind) {
        return switch (kind) {
            case MODEL -> "select model_config from outcome_subjects where model_config = ?1 limit 1";
            case PROMPT ->
                "select name || '@' || version from prompt_templates where name || '@' || version = ?1 limit 1";
            case STRATEGY -> """
                    select t.name || '@' || v.version from strategies t join strategy_versions v on v.strategy_id = t.id
                    where t.name || '@' || v.version = ?1 or (t.name = ?1 and v.id = t.current_version_id)
                    """;
        };
    }
}
