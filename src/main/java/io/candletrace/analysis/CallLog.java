package io.candletrace.analysis;

import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.http.Body;
import io.candletrace.lineage.Sha256;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where calls are kept. */
public interface CallLog {
    /**
     * Keeps a call and settles what was set aside for it, in one transaction of its own, so that whoever finds the answer finds
     * it paid. Fails with {@code DATABASE_UNAVAILABLE}; what was set aside counts in full once it has expired then.
     */
    Uni<Void> record(ModelCall call, Settlement settlement);

    /** What all recorded calls of a question took, of this and of earlier attempts. Fails with {@code DATABASE_UNAVAILABLE}. */
    Uni<Spending> spending(Question question);

    /**
     * What a question was answered in full, by calls of earlier attempts whose process went away before it read them; in the
     * order of attempts and calls. Fails with {@code DATABASE_UNAVAILABLE}.
     */
    Uni<List<KeptCall>> kept(Question question);

    /**
     * A call that succeeded.
     *
     * @param purpose {@code analyse}, {@code repair} or {@code replay}
     * @param request hash of what was sent, in canonical form
     * @param status HTTP's, of success
     * @param body the answer's first bytes, as many as are kept; absent when none came
     * @param length how long the body was, in bytes; more than kept when it was cut
     * @param sentAt UTC
     * @param endedAt UTC
     */
    record KeptCall(
            String purpose,
            Sha256 request,
            int status,
            Optional<Body> body,
            long length,
            Instant sentAt,
            Instant endedAt) {}
}
