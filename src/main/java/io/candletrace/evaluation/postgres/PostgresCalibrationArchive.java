package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.CalibrationArchive;
import io.candletrace.evaluation.CalibrationRecord;
import io.candletrace.evaluation.CalibrationRecord.Score;
import io.candletrace.lineage.Window;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps as they lie in PostgreSQL. */
@ApplicationScoped
class PostgresCalibrationArchive implements CalibrationArchive {
    private static final String SELECT = """
            select * from (
                select m.id, m.model_config, m.prompt_template_id,
                    p.name || case p.language when 'en' then '' else '/' || p.language end || '@' || p.version as prompt_version,
                    m.version, m.fitted_at, m.resolved_by, m.first_as_of, m.last_as_of, m.days, m.n, m.brier_stated,
                    m.brier_calibrated, m.new_n, m.new_brier_stated, m.new_brier_calibrated,\s""" + CalibrationColumns.KNOTS + """
                from calibration_maps m join prompt_templates p on p.id = m.prompt_template_id) row
            """;
    private static final String PAGE = SELECT + """
            where row.id < ?1 and row.fitted_at >= coalesce(cast(?2 as timestamptz), '-infinity')
                and row.fitted_at < coalesce(cast(?3 as timestamptz), 'infinity')
                and (cast(?4 as text) is null or row.model_config = ?4) and (cast(?5 as text) is null or row.prompt_version = ?5)
            order by row.id desc limit ?6
            """;

    private final Transactions transactions;

    PostgresCalibrationArchive(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<CalibrationRecord>> list(Filter filter, Window window) {
        return transactions
                .read(session -> session.createNativeQuery(PAGE, Object[].class)
                        .setParameter(1, window.below().orElse(Long.MAX_VALUE))
                        .setParameter(2, time(window.from()))
                        .setParameter(3, time(window.to()))
                        .setParameter(4, filter.modelConfig().orElse(null))
                        .setParameter(5, filter.promptVersion().orElse(null))
                        .setParameter(6, window.limit())
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresCalibrationArchive::map).toList());
    }

    @Override
    public Uni<Optional<CalibrationRecord>> find(long id) {
        return transactions
                .read(session -> session.createNativeQuery(SELECT + "where row.id = ?1", Object[].class)
                        .setParameter(1, id)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresCalibrationArchive::map));
    }

    private static CalibrationRecord map(Object[] columns) {
        var row = new Fields(columns);
        return new CalibrationRecord(
                row.number(),
                row.text(),
                row.number(),
                row.text(),
                row.integer(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.instant(),
                row.integer(),
                new Score(row.integer(), row.optionalDecimal(), row.optionalDecimal()),
                outOfSample(row),
                CalibrationColumns.read(row.text(), row.text(), row.text(), row.text()));
    }

    private static Optional<Score> outOfSample(Fields row) {
        var n = row.optionalInteger();
        var stated = row.optionalDecimal();
        var calibrated = row.optionalDecimal();
        return n.map(count -> new Score(count, stated, calibrated));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(moment -> moment.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
