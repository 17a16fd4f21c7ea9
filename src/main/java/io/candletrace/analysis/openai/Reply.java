package io.candletrace.analysis.openai;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ParsedAnswer;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.ReadableText;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * What came of one call.
 *
 * @param exchange on the wire
 * @param answer what could be read of its envelope
 */
record Reply(Exchange exchange, ChatAnswer answer) {
    private static final String LENGTH = "length";
    private static final String CONTENT_FILTER = "content_filter";

    static Reply of(Exchange exchange) {
        return new Reply(exchange, ChatAnswer.of(exchange.body()));
    }

    /** What the model said, readable; empty when it said nothing. */
    String text() {
        return ReadableText.of(answer.content()
                .filter(content -> !content.isBlank())
                .or(answer::refusal)
                .orElse(""));
    }

    /** Whether the model said something that it could be shown again. */
    boolean repairable() {
        return !finished(LENGTH)
                && answer.refusal().isEmpty()
                && answer.content().filter(content -> !content.isBlank()).isPresent();
    }

    /** The verdict, or why there is none. */
    ParsedAnswer parsed(VerdictParser parser) {
        if (answer.refusal().isPresent()) {
            return new Unusable(
                    AnalysisStatus.REFUSED,
                    "the model declined: " + answer.refusal().get());
        }
        if (finished(CONTENT_FILTER)) {
            return new Unusable(AnalysisStatus.REFUSED, "the endpoint's content filter withheld the answer");
        }
        return answer.content().map(content -> parsed(parser, content)).orElseGet(this::noMessage);
    }

    /** What comes of the question when this is the last word about it; without spending and claims. */
    Analysis concluded(Question question, VerdictParser parser) {
        var parsed = parsed(parser);
        var status = parsed instanceof Unusable unusable ? unusable.status() : AnalysisStatus.COMPLETED;
        return new Analysis(
                question,
                status,
                text(),
                parsed instanceof Usable usable ? Optional.of(usable.verdict()) : Optional.empty(),
                parsed instanceof Unusable unusable ? Optional.of(unusable.error()) : Optional.empty(),
                exchange.wallTime(),
                answer.model(),
                exchange.endedAt(),
                Spending.NONE,
                List.of());
    }

    private ParsedAnswer parsed(VerdictParser parser, String content) {
        var parsed = parser.parse(content);
        if (finished(LENGTH) && parsed instanceof Unusable(var status, var error) && status == AnalysisStatus.INVALID) {
            return new Unusable(AnalysisStatus.TRUNCATED, "the answer reached its longest length: " + error);
        }
        return parsed;
    }

    private Unusable noMessage() {
        return new Unusable(
                AnalysisStatus.INVALID,
                "expected a chat completion with a message, found " + exchange.length()
                        + " bytes that hold none; they are kept with the call");
    }

    private boolean finished(String reason) {
        return answer.finishReason().equals(Optional.of(reason));
    }
}
