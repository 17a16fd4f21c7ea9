package io.candletrace.study;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StudyId;
import io.candletrace.schedule.BackfillRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody wants to know how good a strategy was over a span of the past.
 *
 * @param backfill which strategy, span and step
 * @param horizons bars after which it is judged; those of the configuration when empty
 * @param repeats the study that this one repeats
 */
public record StudyRequest(BackfillRequest backfill, List<Integer> horizons, Optional<StudyId> repeats) {
    public StudyRequest {
        horizons = horizons.stream().sorted().distinct().toList();
    }

    /** Of what is asked for, whoever asks. */
    public Sha256 sha256() {
        var asked = new HashMap<String, Object>(
                Map.of("backfill", backfill.sha256().hex(), "horizons", horizons.toString()));
        repeats.ifPresent(study -> asked.put("repeats", study.value()));
        return Sha256.of(CanonicalJson.write(asked));
    }
}
