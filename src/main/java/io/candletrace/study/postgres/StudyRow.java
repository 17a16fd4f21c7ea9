package io.candletrace.study.postgres;

import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.Sha256;
import io.candletrace.lineage.StudyId;
import io.candletrace.persistence.Fields;
import io.candletrace.schedule.BackfillRecord.Watched;
import io.candletrace.study.Study;
import io.candletrace.study.Study.Digests;
import io.candletrace.study.Study.Repeated;
import io.candletrace.study.Study.Subjects;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A row of {@code studies} as {@link StudyRows} selects it, without its backfill. */
record StudyRow(
        StudyId id,
        BackfillId backfill,
        List<Integer> horizons,
        String status,
        Optional<Digests> digests,
        String reason,
        Instant createdAt,
        Optional<Instant> endedAt,
        Optional<Repeated> repeated,
        Subjects subjects) {

    static StudyRow of(Object[] row) {
        var fields = new Fields(row);
        return new StudyRow(
                new StudyId(fields.number()),
                new BackfillId(fields.number()),
                horizons(fields.text()),
                fields.text(),
                digests(fields),
                fields.text(),
                fields.instant(),
                fields.optionalInstant(),
                repeated(fields),
                new Subjects(fields.number(), fields.number(), fields.number(), fields.number()));
    }

    Study study(Watched watched) {
        return new Study(id, watched, subjects, horizons, repeated, status, digests, reason, createdAt, endedAt);
    }

    private static List<Integer> horizons(String text) {
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    private static Optional<Repeated> repeated(Fields fields) {
        var id = fields.optionalNumber();
        var digests = digests(fields);
        return id.map(study -> new Repeated(new StudyId(study), digests));
    }

    private static Optional<Digests> digests(Fields fields) {
        var inputs = fields.optionalText();
        var result = fields.optionalText();
        return inputs.flatMap(of -> result.map(to -> new Digests(new Sha256(of), new Sha256(to))));
    }
}
