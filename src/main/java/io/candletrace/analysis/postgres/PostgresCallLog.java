package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.Usage;
import io.candletrace.http.Body;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Sha256;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Calls in {@code llm_calls}. Not fenced by the attempt: what was paid for is kept even when nobody waits for it any more. */
@ApplicationScoped
class PostgresCallLog implements CallLog {
    private static final String INSERT = """
            insert into llm_calls (task_id, attempt, chart_id, model_config, prompt_template_id, sample_no, purpose,
                call_no, request, request_sha256, http_status, response_body, response_length, usage, finish_reason,
                response_id, response_model, error, sent_at, ended_at, service_tier, cost_usd, model_price_id,
                input_uncached, input_cached, cache_write, output_visible, output_reasoning, response_sha256)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(cast(?9 as text) as jsonb), ?10, ?11, ?12, ?13, cast(cast(?14 as text) as jsonb), ?15,
                ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29)
            """;
    private static final String SPENDING = """
            select cast(coalesce(sum(input_uncached), 0) as bigint), cast(coalesce(sum(input_cached), 0) as bigint),
                   cast(coalesce(sum(cache_write), 0) as bigint), cast(coalesce(sum(output_visible), 0) as bigint),
                   cast(coalesce(sum(output_reasoning), 0) as bigint),
                   case when count(*) = count(cost_usd) then coalesce(sum(cost_usd), 0) end,
                   (array_agg(model_price_id order by id desc) filter (where model_price_id is not null))[1]
            from llm_calls
            where task_id = ?1 and chart_id = ?2 and model_config = ?3 and prompt_template_id = ?4 and sample_no = ?5
            """;

    private final Transactions transactions;

    PostgresCallLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Budgets first, then what refers to the task, as whoever asks for a turn does: the other way round the two wait for each other. */
    @Override
    public Uni<Void> record(ModelCall call, Settlement settlement) {
        return transactions.write(session -> Reservations.settle(session, settlement)
                .chain(() -> insert(session, call))
                .replaceWithVoid());
    }

    @Override
    public Uni<List<KeptCall>> kept(Question question) {
        return transactions.read(session -> KeptCalls.find(session, question));
    }

    @Override
    public Uni<Spending> spending(Question question) {
        return transactions
                .read(session -> session.createNativeQuery(SPENDING, Object[].class)
                        .setParameter(1, question.task().value())
                        .setParameter(2, question.chart().id().value())
                        .setParameter(3, question.model().name())
                        .setParameter(4, question.prompt().template().value())
                        .setParameter(5, question.sampleNo())
                        .getSingleResult())
                .map(PostgresCallLog::spending);
    }

    private static Spending spending(Object[] row) {
        return new Spending(
                new Usage((Long) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4]),
                Optional.ofNullable((BigDecimal) row[5]),
                Optional.ofNullable((Long) row[6]).map(ModelPriceId::new));
    }

    private static Uni<Integer> insert(Mutiny.Session session, ModelCall call) {
        var statement = session.createNativeQuery(INSERT);
        asked(statement, call.question());
        spent(statement, call);
        return statement
                .setParameter(7, call.purpose())
                .setParameter(8, call.callNo())
                .setParameter(9, call.request())
                .setParameter(10, JsonFingerprint.of(call.request()).hex())
                .setParameter(11, status(call))
                .setParameter(12, body(call))
                .setParameter(13, call.responseLength())
                .setParameter(14, text(call.usage()))
                .setParameter(15, text(call.finishReason()))
                .setParameter(16, text(call.responseId()))
                .setParameter(17, text(call.responseModel()))
                .setParameter(18, text(call.error()))
                .setParameter(19, call.sentAt().atOffset(ZoneOffset.UTC))
                .setParameter(20, call.endedAt().atOffset(ZoneOffset.UTC))
                .setParameter(29, hash(call))
                .executeUpdate();
    }

    private static void asked(Mutiny.Query<?> statement, Question question) {
        statement
                .setParameter(1, question.task().value())
                .setParameter(2, question.attempt())
                .setParameter(3, question.chart().id().value())
                .setParameter(4, question.model().name())
                .setParameter(5, question.prompt().template().value())
                .setParameter(6, question.sampleNo());
    }

    private static void spent(Mutiny.Query<?> statement, ModelCall call) {
        var spending = call.spending();
        statement
                .setParameter(21, text(call.serviceTier()))
                .setParameter(22, spending.usd().orElse(null))
                .setParameter(23, spending.price().map(ModelPriceId::value).orElse(null))
                .setParameter(24, spending.usage().inputUncached())
                .setParameter(25, spending.usage().inputCached())
                .setParameter(26, spending.usage().cacheWrite())
                .setParameter(27, spending.usage().outputVisible())
                .setParameter(28, spending.usage().outputReasoning());
    }

    private static @Nullable Integer status(ModelCall call) {
        return call.httpStatus().isPresent() ? call.httpStatus().getAsInt() : null;
    }

    private static @Nullable String hash(ModelCall call) {
        return call.responseBody().map(body -> Sha256.of(body.bytes()).hex()).orElse(null);
    }

    private static byte @Nullable [] body(ModelCall call) {
        return call.responseBody().map(Body::bytes).orElse(null);
    }

    /** PostgreSQL's text cannot hold the character NUL, which a hostile answer can. */
    private static @Nullable String text(Optional<String> value) {
        return value.map(text -> text.replace('\0', '\uFFFD')).orElse(null);
    }
}
