package io.candletrace.analysis.openai;

import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.CallLog.KeptCall;
import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.analysis.Question;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a question was answered in attempts whose process went away before it read the answer: paid, and so not asked again. */
final class KeptReplies {
    private static final int FIRST_ATTEMPT = 1;
    private static final KeptReplies NONE = new KeptReplies(List.of());

    private final List<KeptCall> calls;

    private KeptReplies(List<KeptCall> calls) {
        this.calls = calls;
    }

    /** A first attempt has nothing to look for. */
    static Uni<KeptReplies> of(CallLog log, Question question) {
        return question.attempt() == FIRST_ATTEMPT
                ? Uni.createFrom().item(NONE)
                : log.kept(question).map(KeptReplies::new);
    }

    /** The last answer to a request, read as it was when it came; only to the very same one, whatever is configured now. */
    Optional<Reply> to(String purpose, ChatRequests.Written request) {
        var asked = calls.isEmpty() ? Optional.empty() : Optional.of(JsonFingerprint.of(request.evidence()));
        return calls.stream()
                .filter(call -> call.purpose().equals(purpose) && asked.equals(Optional.of(call.request())))
                .reduce((earlier, later) -> later)
                .map(KeptReplies::reply);
    }

    private static Reply reply(KeptCall call) {
        return Reply.of(new Exchange(
                true,
                OptionalInt.of(call.status()),
                Map.of(),
                call.body(),
                call.length(),
                Optional.empty(),
                call.sentAt(),
                call.endedAt()));
    }
}
