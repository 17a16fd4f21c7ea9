package io.candletrace.analysis.openai;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Replay;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Backoff;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Set;

/** One question and everything that is said about it: its calls in order, and at most one round of repair. */
final class Conversation {
    private static final String ANALYSE = "analyse";
    private static final String REPAIR = "repair";
    private static final String REPLAY = "replay";
    private static final Set<FailureReason> WITHOUT_REPAIR = EnumSet.of(
            FailureReason.MODEL_UNAVAILABLE,
            FailureReason.MODEL_REFUSED_REQUEST,
            FailureReason.BUDGET_EXCEEDED,
            FailureReason.PRICE_UNKNOWN);

    private final Line line;
    private final Question question;
    private final byte[] jpeg;
    private final VerdictParser parser;
    private int calls;

    Conversation(Line line, Question question, byte[] jpeg) {
        this.line = line;
        this.question = question;
        this.jpeg = jpeg;
        this.parser = parser(question);
    }

    /** Asks, repairs once if that may help, and concludes; what an earlier attempt was answered is not asked again. */
    Uni<Analysis> hold() {
        return KeptReplies.of(line.ledger().log(), question)
                .chain(kept -> answer(kept, purpose(), same(line.requests().ask(question, jpeg)))
                        .chain(reply -> repairOnce(kept, reply)))
                .map(this::conclude);
    }

    private Uni<Reply> answer(KeptReplies kept, String purpose, ChatRequests.Written request) {
        return kept.to(purpose, request).map(Uni.createFrom()::item).orElseGet(() -> ask(purpose, request));
    }

    private Uni<Reply> repairOnce(KeptReplies kept, Reply reply) {
        if (reply.parsed(parser) instanceof Unusable(var status, var error)
                && status == AnalysisStatus.INVALID
                && reply.repairable()) {
            return answer(kept, REPAIR, line.requests().repair(question, jpeg, reply.text(), error))
                    .onFailure(Conversation::leavesTheFirstAnswer)
                    .recoverWithItem(reply);
        }
        return Uni.createFrom().item(reply);
    }

    private static boolean leavesTheFirstAnswer(Throwable failure) {
        return failure instanceof ServiceException known && WITHOUT_REPAIR.contains(known.reason());
    }

    private Uni<Reply> ask(String purpose, ChatRequests.Written request) {
        line.retries().earn();
        return attempt(new Ask(purpose, request, new Deadline(line.settings().timeout())), 0);
    }

    private Uni<Reply> attempt(Ask ask, int retries) {
        return new MeteredCall(line, question, ask, ++calls).make().chain(reply -> next(ask, reply, retries));
    }

    private Uni<Reply> next(Ask ask, Reply reply, int retries) {
        var exchange = reply.exchange();
        if (exchange.succeeded()) {
            return Uni.createFrom().item(reply);
        }
        if (!exchange.worthAnotherTry()) {
            return Uni.createFrom().failure(failure(exchange));
        }
        var pause = Backoff.pause(exchange, retries);
        if (retries >= line.settings().retries()
                || pause.compareTo(ask.deadline().remaining()) >= 0
                || !line.retries().take()) {
            return Uni.createFrom().failure(failure(exchange));
        }
        return line.client().pause(pause).chain(() -> attempt(ask, retries + 1));
    }

    private ServiceException failure(Exchange exchange) {
        var hopeless = exchange.error().isEmpty() && !exchange.worthAnotherTry();
        return new ServiceException(
                hopeless ? FailureReason.MODEL_REFUSED_REQUEST : FailureReason.MODEL_UNAVAILABLE,
                "model '" + question.model().name() + "' at " + question.model().provider() + " gave no answer in "
                        + calls + (calls == 1 ? " call: " : " calls, the last: ") + exchange.describe());
    }

    private ChatRequests.Written same(ChatRequests.Written request) {
        question.replay().flatMap(Replay::request).ifPresent(asked -> {
            var now = JsonFingerprint.of(request.evidence());
            if (!now.equals(asked)) {
                throw new ServiceException(
                        FailureReason.CONFLICT,
                        "model '" + question.model().name() + "' cannot be asked the same again: the request hashed to "
                                + asked + ", as the service writes it now it does to " + now);
            }
        });
        return request;
    }

    private String purpose() {
        return question.replay().isPresent() ? REPLAY : ANALYSE;
    }

    private Analysis conclude(Reply reply) {
        return reply.concluded(question, parser);
    }

    static VerdictParser parser(Question question) {
        var series = question.chart().value().chart().series().series();
        return new VerdictParser(series.instrument().symbol(), series.last().close());
    }
}
