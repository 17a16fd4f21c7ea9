package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.analysis.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Readings that the reasoning quotes in prose, and where it sees the price against an average. What is not surely one is no claim at
 * all; what {@code readings} has with the same value is not counted twice.
 */
record ReasoningClaims(Ground ground) {
    private static final int MOST = 20;

    List<Claim> of(Verdict verdict) {
        var timeframe = ground.series().series().timeframe();
        return Statements.of(verdict.reasoning(), timeframe)
                .flatMap(sentence -> Stream.concat(
                        QuotedReadings.in(sentence, timeframe).flatMap(quote -> reading(quote, verdict).stream()),
                        positions(sentence)))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Optional<Claim> reading(QuotedReadings.Quote quote, Verdict verdict) {
        return ground.readings()
                .find(quote.reading().indicator())
                .filter(entry -> verdict.readings().stream()
                        .noneMatch(listed -> same(listed, entry)
                                && listed.value().equals(quote.reading().value())))
                .map(entry -> ReadingClaims.claim(
                        what(quote.words()), entry, quote.reading().value()));
    }

    private boolean same(Reading listed, ReadingTable.Entry entry) {
        return ground.readings().find(listed.indicator()).filter(entry::equals).isPresent();
    }

    private Stream<Claim> positions(String sentence) {
        return AveragePosition.IN_PROSE
                .matcher(sentence)
                .results()
                .filter(match -> Statements.plain(sentence, match.start()))
                .flatMap(match -> AveragePosition.claim(Kind.READING, what(match.group()), match, ground).stream());
    }

    private static String what(String words) {
        return "reasoning: " + words;
    }
}
