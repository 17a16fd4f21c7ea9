package io.candletrace.analysis.openai;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.BudgetLimits;
import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.analysis.CallGate.Turn;
import io.candletrace.analysis.CallPlan;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.Usage;
import io.candletrace.analysis.WorstCase;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Recorded;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One call: waits for its turn, is sent, priced, kept, and pays. */
final class MeteredCall {
    private static final int BYTES_PER_TOKEN = 2;
    private static final int ANSWER_TOKENS = 16_384;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final BigDecimal BELIEVABLE = new BigDecimal("10000");
    private static final int POLL_MS = 250;

    private final Line line;
    private final Question question;
    private final Ask ask;
    private final int callNo;
    private final long startedNanos = System.nanoTime();

    MeteredCall(Line line, Question question, Ask ask, int callNo) {
        this.line = line;
        this.question = question;
        this.ask = ask;
        this.callNo = callNo;
    }

    /**
     * Makes the call. A call that fails on its way is a value. Fails when it may not be made, and with {@code
     * DATABASE_UNAVAILABLE} when it cannot be kept; what was set aside then counts in full.
     */
    Uni<Reply> make() {
        return price(tier(), line.ledger().clock().instant())
                .chain(price ->
                        turn(plan(price)).chain(turn -> send(turn).chain(reply -> settled(reply, turn, price))));
    }

    private Uni<Turn.Granted> turn(CallPlan plan) {
        return line.ledger().gate().enter(plan).chain(turn -> switch (turn) {
            case Turn.Granted granted -> Uni.createFrom().item(granted);
            case Turn.Full() -> waitAndAsk(plan);
        });
    }

    private Uni<Turn.Granted> waitAndAsk(CallPlan plan) {
        if (System.nanoTime() - startedNanos > LONGEST_WAIT.toNanos()) {
            return Uni.createFrom()
                    .failure(new ServiceException(
                            FailureReason.MODEL_UNAVAILABLE,
                            "model '" + question.model().name() + "' had all its "
                                    + plan.pace().concurrency() + " calls under way for " + LONGEST_WAIT.toMinutes()
                                    + " minutes"));
        }
        // Replicas that ask in step would find each other's calls again and again.
        var pause = Duration.ofMillis(POLL_MS / 2 + ThreadLocalRandom.current().nextInt(POLL_MS));
        return line.client().pause(pause).chain(() -> turn(plan));
    }

    private Uni<Reply> send(Turn.Granted turn) {
        var paused = turn.pause().isZero()
                ? Uni.createFrom().voidItem()
                : line.client().pause(turn.pause());
        return paused.chain(() -> line.client()
                        .post(
                                "/chat/completions",
                                ask.request().wire(),
                                ask.deadline().remaining()))
                .map(Reply::of);
    }

    private Uni<Reply> settled(Reply reply, Turn.Granted turn, Optional<Recorded<ModelPriceId, ModelPrice>> expected) {
        return spending(reply, expected)
                .call(spending ->
                        line.ledger().log().record(recorded(reply, spending), settlement(reply, turn, spending)))
                .replaceWith(reply);
    }

    private Uni<Spending> spending(Reply reply, Optional<Recorded<ModelPriceId, ModelPrice>> expected) {
        var usage = reply.answer().usage();
        if (usage.isEmpty()) {
            return Uni.createFrom().item(reply.exchange().mayHaveCost() ? unknown(Usage.NONE) : Spending.NONE);
        }
        var tier = reply.answer().serviceTier().orElse(tier());
        var price = tier.equals(tier())
                ? Uni.createFrom().item(expected)
                : price(tier, reply.exchange().sentAt());
        return price.map(found -> found.map(known -> priced(usage.get(), known)).orElseGet(() -> unknown(usage.get())));
    }

    /** A vendor's token counts are its word; what no call can cost is not believed, nor would it fit its column. */
    private static Spending priced(Usage usage, Recorded<ModelPriceId, ModelPrice> price) {
        var usd = price.value().cost(usage);
        return usd.compareTo(BELIEVABLE) > 0
                ? unknown(usage)
                : new Spending(usage, Optional.of(usd), Optional.of(price.id()));
    }

    private static Spending unknown(Usage usage) {
        return new Spending(usage, Optional.empty(), Optional.empty());
    }

    /** Tokens to count: what the vendor says, or all that were set aside when it may have worked and says nothing. */
    private long tokens(Reply reply) {
        return reply.answer()
                .usage()
                .map(Usage::total)
                .orElse(reply.exchange().mayHaveCost() ? worst(Optional.empty()).tokens() : 0L);
    }

    private Settlement settlement(Reply reply, Turn.Granted turn, Spending spending) {
        return new Settlement(turn.reservation(), tokens(reply), charged(reply, spending));
    }

    private static Optional<BigDecimal> charged(Reply reply, Spending spending) {
        return reply.exchange().mayHaveCost() ? spending.usd() : Optional.of(BigDecimal.ZERO);
    }

    private Uni<Optional<Recorded<ModelPriceId, ModelPrice>>> price(String tier, Instant at) {
        return line.ledger().prices().at(question.model().name(), tier, at);
    }

    private String tier() {
        return ModelPrice.tier(line.settings().serviceTier());
    }

    private CallPlan plan(Optional<Recorded<ModelPriceId, ModelPrice>> price) {
        AnalysisConfig.Model settings = line.settings();
        return new CallPlan(
                question.model().name(),
                question.task(),
                question.attempt(),
                worst(price.map(Recorded::value)),
                BudgetLimits.of(line.limits(), settings, question.model(), question.account()),
                new CallPlan.Pace(settings.concurrency(), settings.requestsPerMinute(), settings.tokensPerMinute()),
                settings.timeout());
    }

    /** Rather too much: a token is seldom less than two bytes of a prompt with numbers. */
    private WorstCase worst(Optional<ModelPrice> price) {
        var text = ask.request().evidence().getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN;
        var picture = line.settings().vision() ? line.settings().imageTokens() : 0;
        return new WorstCase(text + picture, line.settings().maxOutputTokens().orElse(ANSWER_TOKENS), price);
    }

    private ModelCall recorded(Reply reply, Spending spending) {
        var exchange = reply.exchange();
        var answer = reply.answer();
        return new ModelCall(
                question,
                ask.purpose(),
                callNo,
                ask.request().evidence(),
                exchange.status(),
                exchange.body(),
                exchange.length(),
                answer.usageJson(),
                answer.finishReason(),
                answer.id(),
                answer.model(),
                answer.serviceTier(),
                spending,
                exchange.succeeded() ? Optional.empty() : Optional.of(exchange.describe()),
                exchange.sentAt(),
                exchange.endedAt());
    }
}
