package io.candletrace.analysis.openai;

import io.candletrace.analysis.KeptAnswers;
import io.candletrace.analysis.Question;
import io.candletrace.http.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads kept answers of OpenAI-compatible endpoints. */
@ApplicationScoped
class KeptChatAnswers implements KeptAnswers {
    private static final int OK = 200;

    @Override
    public Reading read(Question question, KeptAnswer kept) {
        var reply = Reply.of(new Exchange(
                true,
                OptionalInt.of(OK),
                Map.of(),
                kept.body(),
                kept.length(),
                Optional.empty(),
                kept.sentAt(),
                kept.endedAt()));
        var answer = reply.answer();
        return new Reading(
                reply.concluded(question, Conversation.parser(question)),
                answer.usage(),
                answer.usageJson(),
                answer.finishReason(),
                answer.id());
    }
}
