package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Question;
import io.candletrace.http.Body;
import io.candletrace.lineage.Sha256;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Calls in {@code llm_calls}. Not fenced by the attempt: what was paid for is kept even when nobody waits for it any more. */
@ApplicationScoped
class PostgresCallLog implements CallLog {
    private static final String INSERT = """
            insert into llm_calls (task_id, attempt, chart_id, model_config, prompt_template_id, sample_no, purpose,
                call_no, request, request_sha256, http_status, response_body, response_length, usage, finish_reason,
                response_id, response_model, error, sent_at, ended_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(cast(?9 as text) as jsonb), ?10, ?11, ?12, ?13, cast(cast(?14 as text) as jsonb), ?15,
                ?16, ?17, ?18, ?19, ?20)
            """;

    private final Transactions transactions;

    PostgresCallLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> record(ModelCall call) {
        return transactions.write(session -> insert(session, call).replaceWithVoid());
    }

    private static Uni<Integer> insert(Mutiny.Session session, ModelCall call) {
        var statement = session.createNativeQuery(INSERT);
        asked(statement, call.question());
        return statement
                .setParameter(7, call.purpose())
                .setParameter(8, call.callNo())
                .setParameter(9, call.request())
                .setParameter(10, Sha256.of(call.request()).hex())
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

    private static @Nullable Integer status(ModelCall call) {
        return call.httpStatus().isPresent() ? call.httpStatus().getAsInt() : null;
    }

    private static byte @Nullable [] body(ModelCall call) {
        return call.responseBody().map(Body::bytes).orElse(null);
    }

    /** PostgreSQL's text cannot hold the character NUL, which a hostile answer can. */
    private static @Nullable String text(Optional<String> value) {
        return value.map(text -> text.replace('\0', '\uFFFD')).orElse(null);
    }
}
