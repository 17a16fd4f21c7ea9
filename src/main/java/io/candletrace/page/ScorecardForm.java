package io.candletrace.page;

import io.candletrace.request.ScorecardParameters;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the form on the page of scorecards sends: what {@code /api/scorecards} takes, where what is left empty is not said and a list
 * may be several parameters as well.
 */
record ScorecardForm(
        @QueryParam("subject") Optional<String> subject,
        @QueryParam("horizon") Optional<String> horizon,
        @QueryParam("group_by") List<String> groupBy,
        @QueryParam("from") Optional<String> from,
        @QueryParam("to") Optional<String> to,
        @QueryParam("study") Optional<String> study,
        @QueryParam("strategy") Optional<String> strategy,
        @QueryParam("symbol") Optional<String> symbol,
        @QueryParam("timeframe") Optional<String> timeframe,
        @QueryParam("model_config") Optional<String> modelConfig,
        @QueryParam("include") List<String> include) {
    private static final String USUAL_GROUP = "model_config";

    /** The same as the API takes it; by model where nothing is said of groups. */
    ScorecardParameters parameters() {
        return new ScorecardParameters(
                said(subject),
                said(horizon),
                groupBy.isEmpty() ? Optional.of(USUAL_GROUP) : words(groupBy),
                said(from),
                said(to),
                said(study),
                said(strategy),
                said(symbol),
                said(timeframe),
                said(modelConfig),
                words(include));
    }

    private static Optional<String> said(Optional<String> text) {
        return text.map(String::strip).filter(given -> !given.isEmpty());
    }

    private static Optional<String> words(List<String> texts) {
        return Optional.of(texts.stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(",")))
                .filter(text -> !text.isEmpty());
    }

    /** The same as the query of a URL, with the question mark. */
    static String query(ScorecardParameters parameters) {
        return Stream.of(
                        pair("subject", parameters.subject()),
                        pair("horizon", parameters.horizon()),
                        pair("group_by", parameters.groupBy()),
                        pair("from", parameters.from()),
                        pair("to", parameters.to()),
                        pair("study", parameters.study()),
                        pair("strategy", parameters.strategy()),
                        pair("symbol", parameters.symbol()),
                        pair("timeframe", parameters.timeframe()),
                        pair("model_config", parameters.modelConfig()),
                        pair("include", parameters.include()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static Optional<String> pair(String name, Optional<String> value) {
        return value.map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
}
