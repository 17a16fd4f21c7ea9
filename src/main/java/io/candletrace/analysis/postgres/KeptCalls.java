package io.candletrace.analysis.postgres;

import io.candletrace.analysis.CallLog.KeptCall;
import io.candletrace.analysis.Question;
import io.candletrace.http.Body;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rows of {@code llm_calls} that hold an answer in full. */
final class KeptCalls {
    private static final String OF_EARLIER_ATTEMPTS = """
            select purpose, request_sha256, http_status, response_body, response_length, sent_at, ended_at
            from llm_calls
            where task_id = ?1 and chart_id = ?2 and model_config = ?3 and prompt_template_id = ?4 and sample_no = ?5
              and attempt < ?6 and error is null and http_status between 200 and 299
            order by attempt, call_no
            """;

    private KeptCalls() {}

    static Uni<List<KeptCall>> find(Mutiny.Session session, Question question) {
        return session.createNativeQuery(OF_EARLIER_ATTEMPTS, Object[].class)
                .setParameter(1, question.task().value())
                .setParameter(2, question.chart().id().value())
                .setParameter(3, question.model().name())
                .setParameter(4, question.prompt().template().value())
                .setParameter(5, question.sampleNo())
                .setParameter(6, question.attempt())
                .getResultList()
                .map(rows -> rows.stream().map(KeptCalls::call).toList());
    }

    private static KeptCall call(Object[] row) {
        return new KeptCall(
                (String) row[0],
                new Sha256(String.valueOf(row[1])),
                (Integer) row[2],
                Optional.ofNullable(row[3]).map(bytes -> new Body((byte[]) bytes)),
                (Long) row[4],
                instant(row[5]),
                instant(row[6]));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
