package io.candletrace.replay;

import io.candletrace.journal.AnalysisEvidence;
import io.candletrace.journal.AnalysisRecord.Answer;
import io.candletrace.journal.CallEvidence;
import java.util.Map;
import java.util.stream.Stream;

/** Holds what a row says was answered against what the evidence gives, column by column and field by field. */
final class AnswerChecks {
    private final Answer expected;
    private final Answer found;

    private AnswerChecks(Answer expected, Answer found) {
        this.expected = expected;
        this.found = found;
    }

    static Stream<Check> of(AnalysisEvidence kept, Answer rebuilt) {
        var checks = new AnswerChecks(rebuilt, kept.row().answer());
        return Stream.of(
                        checks.words(),
                        checks.numbers(),
                        Check.items("claims", checks.expected.claims(), checks.found.claims()),
                        times(kept))
                .flatMap(part -> part);
    }

    private Stream<Check> words() {
        return Stream.concat(
                Stream.of(
                        Check.kept("status", expected.status(), found.status()),
                        Check.kept("error_message", expected.errorMessage(), found.errorMessage()),
                        Check.kept("response_text", expected.responseText(), found.responseText()),
                        Check.kept("trend_direction", expected.trendDirection(), found.trendDirection()),
                        Check.kept("recommendation", expected.recommendation(), found.recommendation())),
                Check.fields(
                        "verdict",
                        expected.verdict().orElse(Map.of()),
                        found.verdict().orElse(Map.of())));
    }

    private Stream<Check> numbers() {
        return Stream.concat(
                Stream.of(
                        Check.kept("confidence_score", expected.confidenceScore(), found.confidenceScore()),
                        Check.kept("support_levels", expected.supportLevels(), found.supportLevels()),
                        Check.kept("resistance_levels", expected.resistanceLevels(), found.resistanceLevels()),
                        Check.kept("key_patterns", expected.keyPatterns(), found.keyPatterns())),
                Check.fields("levels", expected.levels(), found.levels()));
    }

    /** The answer existed when the last byte of the call that decided came; the baseline asks nobody. */
    private static Stream<Check> times(AnalysisEvidence kept) {
        var answer = kept.row().answer();
        return kept.deciding()
                .map(CallEvidence::answer)
                .map(call -> Stream.of(
                        Check.kept("decided_at", call.endedAt(), answer.decidedAt()),
                        Check.kept("analyzed_at", call.endedAt(), answer.analyzedAt())))
                .orElseGet(Stream::empty);
    }
}
