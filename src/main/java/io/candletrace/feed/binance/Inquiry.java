package io.candletrace.feed.binance;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.http.Backoff;
import io.candletrace.http.Exchange;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;

/** One question and the requests it takes, within the budget of time. */
final class Inquiry<T> {
    private final Line line;
    private final Question<T> question;
    private final long deadlineNanos;
    private int requests;

    Inquiry(Line line, Question<T> question) {
        this.line = line;
        this.question = question;
        this.deadlineNanos = System.nanoTime() + line.settings().retryBudget().toNanos();
    }

    Uni<T> answer() {
        return line.limit().whenFree(this::send).chain(this::next);
    }

    /** Asks for leave only when its turn has come, so that nothing that stood in line is sent into a ban. */
    private Uni<Reply<T>> send() {
        if (remaining().isZero()) {
            var late = "no turn came in " + line.settings().retryBudget().toMillis() + " ms";
            return Uni.createFrom().item(new Reply.Refused<>(unavailable(late)));
        }
        return line.allowance()
                .hold(question.weight(), line.clock().instant())
                .<Uni<Reply<T>>>map(hold -> Uni.createFrom().item(new Reply.Held<>(hold)))
                .orElseGet(this::request);
    }

    private Uni<Reply<T>> request() {
        requests++;
        var timeout = line.settings().timeout();
        var patience = timeout.compareTo(remaining()) < 0 ? timeout : remaining();
        return line.endpoint()
                .get(question.path(), patience)
                .invoke(line.allowance()::note)
                .map(exchange -> Replies.of(question, exchange));
    }

    private Uni<T> next(Reply<T> reply) {
        return switch (reply) {
            case Reply.Read<T>(var content) -> Uni.createFrom().item(content);
            case Reply.Refused<T>(var failure) -> Uni.createFrom().failure(failure);
            case Reply.Held<T>(var hold) -> held(hold);
            case Reply.Lost<T>(var exchange, var why) -> again(exchange, why);
        };
    }

    private Uni<T> held(Hold hold) {
        return switch (hold) {
            case Hold.Banned banned -> Uni.createFrom().failure(banned.failure());
            case Hold.Paused(var until, var why) ->
                pause(
                        Duration.between(line.clock().instant(), until),
                        () -> unavailable(why + "; nothing is sent until " + until));
        };
    }

    private Uni<T> again(Exchange exchange, String why) {
        return requests > line.settings().retries()
                ? Uni.createFrom().failure(lost(why))
                : pause(Backoff.pause(exchange, requests - 1), () -> lost(why));
    }

    private Uni<T> pause(Duration pause, Supplier<ServiceException> tooLong) {
        return pause.compareTo(remaining()) < 0
                ? line.endpoint().pause(pause).chain(this::answer)
                : Uni.createFrom().failure(tooLong.get());
    }

    private Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    private ServiceException lost(String why) {
        return unavailable("in " + requests + (requests == 1 ? " request: " : " requests, the last: ") + why);
    }

    private ServiceException unavailable(String why) {
        return new ServiceException(
                FailureReason.FEED_UNAVAILABLE, "Binance gave no " + question.subject() + ": " + why);
    }
}
