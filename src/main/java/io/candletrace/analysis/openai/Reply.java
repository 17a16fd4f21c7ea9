package io.candletrace.analysis.openai;

import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ParsedAnswer;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ReadableText;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.http.Exchange;
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
