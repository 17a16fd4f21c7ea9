package io.candletrace.page;

import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Extra;
import io.candletrace.market.Timeframe;
import io.candletrace.request.ScorecardParameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The form on the page of scorecards, with what was sent in it. */
public record FormPart(
        List<Choice> subjects,
        List<Choice> horizons,
        List<Choice> groups,
        List<Choice> timeframes,
        List<Choice> extras,
        String from,
        String to,
        String study,
        String strategy,
        String symbol,
        String modelConfig) {
    private static final int DATE_LENGTH = 10;

    static FormPart of(ScorecardParameters sent, List<Integer> horizons) {
        return new FormPart(
                choices(Stream.of("signals", "analyses"), sent.subject()),
                choices(
                        horizons.stream().map(String::valueOf),
                        sent.horizon().or(() -> Optional.of(ScorecardParameters.USUAL_HORIZON))),
                choices(Arrays.stream(Dimension.values()).map(Dimension::code), sent.groupBy()),
                Stream.concat(
                                Stream.of(new Choice("", "any", sent.timeframe().isEmpty())),
                                Arrays.stream(Timeframe.values())
                                        .map(timeframe -> new Choice(
                                                timeframe.code(),
                                                Words.timeframe(timeframe.code()),
                                                sent.timeframe().equals(Optional.of(timeframe.code())))))
                        .toList(),
                choices(
                        Arrays.stream(Extra.values()).map(extra -> extra.name().toLowerCase(Locale.ROOT)),
                        sent.include()),
                sent.from().orElse(""),
                sent.to().orElse(""),
                sent.study().orElse(""),
                sent.strategy().orElse(""),
                sent.symbol().orElse(""),
                sent.modelConfig().orElse(""));
    }

    private static List<Choice> choices(Stream<String> codes, Optional<String> sent) {
        var chosen = sent.map(text -> List.of(text.split(",", -1))).orElse(List.of());
        return codes.map(code -> Choice.of(code, chosen.contains(code))).toList();
    }

    /** Which field holds {@link #from}: one for dates cannot hold a time. */
    public String fromType() {
        return type(from);
    }

    /** Which field holds {@link #to}. */
    public String toType() {
        return type(to);
    }

    private static String type(String text) {
        return text.isEmpty() || text.length() == DATE_LENGTH ? "date" : "text";
    }
}
