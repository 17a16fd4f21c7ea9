package io.candletrace.request;

import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import io.candletrace.lineage.StudyId;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is scored, as a URL says it.
 *
 * @param subject {@code signals analyses}
 * @param horizon bars
 * @param groupBy what is told apart, joined by commas
 * @param from earliest {@code as_of}, inclusive: a time, or a date for its first moment in UTC
 * @param to latest {@code as_of}, exclusive, in the same way
 * @param study number of a study
 * @param include what counts as well, joined by commas
 */
public record ScorecardParameters(
        @QueryParam("subject") Optional<String> subject,
        @QueryParam("horizon") Optional<String> horizon,
        @QueryParam("group_by") Optional<String> groupBy,
        @QueryParam("from") Optional<String> from,
        @QueryParam("to") Optional<String> to,
        @QueryParam("study") Optional<String> study,
        @QueryParam("strategy") Optional<String> strategy,
        @QueryParam("symbol") Optional<String> symbol,
        @QueryParam("timeframe") Optional<String> timeframe,
        @QueryParam("model_config") Optional<String> modelConfig,
        @QueryParam("include") Optional<String> include) {
    /** The horizon where none is said. */
    public static final String USUAL_HORIZON = "5";

    private static final int MAX_NAME = 64;
    private static final int MAX_HORIZON = 1000;
    private static final int DATE_LENGTH = 10;

    /** What they mean; signals and the usual horizon where nothing is said. Fails with {@code INVALID_REQUEST}. */
    public ScorecardQuery toQuery() {
        return new ScorecardQuery(
                Parameters.oneOf("subject", subject, List.of("signals", "analyses"))
                        .map(word -> Subject.valueOf(word.toUpperCase(Locale.ROOT)))
                        .orElse(Subject.SIGNALS),
                bars(),
                WordList.parse("group_by", groupBy, List.of(Dimension.values()), Dimension::code)
                        .orElse(List.of()),
                filter());
    }

    private int bars() {
        var text = horizon.orElse(USUAL_HORIZON);
        var bars = Parameters.count("horizon", text);
        if (bars < 1 || bars > MAX_HORIZON) {
            throw Parameters.invalid("horizon", "1 to " + MAX_HORIZON + " bars", text);
        }
        return (int) bars;
    }

    private ScorecardQuery.Filter filter() {
        var extras = WordList.parse("include", include, List.of(Extra.values()), ScorecardParameters::word)
                .orElse(List.of());
        return new ScorecardQuery.Filter(
                from.map(text -> moment("from", text)),
                to.map(text -> moment("to", text)),
                Parameters.id("study", study).map(StudyId::new),
                Parameters.text("strategy", strategy, MAX_NAME),
                Parameters.symbol("symbol", symbol),
                Parameters.timeframe("timeframe", timeframe),
                Parameters.text("model_config", modelConfig, MAX_NAME),
                Set.copyOf(extras));
    }

    private static Instant moment(String name, String text) {
        return text.length() == DATE_LENGTH
                ? Parameters.date(name, text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Parameters.instant(name, text);
    }

    private static String word(Extra extra) {
        return extra.name().toLowerCase(Locale.ROOT);
    }
}
