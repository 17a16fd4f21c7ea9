package io.candletrace.analysis.openai;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.ParsedAnswer;
import io.candletrace.analysis.ParsedAnswer.Unusable;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Backoff;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One question and everything that is said about it: its calls in order, and at most one round of repair. */
final class Conversation {
    private static final String ANALYSE = "analyse";
    private static final String REPAIR = "repair";
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
        var series = question.chart().value().chart().series().series();
        this.parser =
                new VerdictParser(series.instrument().symbol(), series.last().close());
    }

    /** Asks, repairs once if that may help, and concludes. */
    Uni<Analysis> hold() {
        return ask(ANALYSE, line.requests().ask(question, jpeg))
                .chain(this::repairOnce)
                .map(this::conclude);
    }

    private Uni<Reply> repairOnce(Reply reply) {
        if (reply.parsed(parser) instanceof Unusable(var status, var error)
                && status == AnalysisStatus.INVALID
                && reply.repairable()) {
            return ask(REPAIR, line.requests().repair(question, jpeg, reply.text(), error))
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

    private Analysis conclude(Reply reply) {
        ParsedAnswer parsed = reply.parsed(parser);
        var status = parsed instanceof Unusable unusable ? unusable.status() : AnalysisStatus.COMPLETED;
        return new Analysis(
                question,
                status,
                reply.text(),
                parsed instanceof Usable usable ? Optional.of(usable.verdict()) : Optional.empty(),
                parsed instanceof Unusable unusable ? Optional.of(unusable.error()) : Optional.empty(),
                reply.exchange().wallTime(),
                reply.answer().model(),
                reply.exchange().endedAt(),
                Spending.NONE,
                List.of());
    }
}
