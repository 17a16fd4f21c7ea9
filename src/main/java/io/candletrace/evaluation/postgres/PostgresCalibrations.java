package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.CalibrationConfig;
import io.candletrace.evaluation.CalibrationStore;
import io.candletrace.evaluation.DueCalibration;
import io.candletrace.evaluation.DueCalibration.Before;
import io.candletrace.evaluation.KnownOutcomes;
import io.candletrace.evaluation.calibration.CalibrationFit;
import io.candletrace.evaluation.calibration.CalibrationFit.Score;
import io.candletrace.evaluation.calibration.CalibrationMap;
import io.candletrace.evaluation.calibration.StatedOutcomes;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Maps in PostgreSQL. That a version is kept once is its unique key alone: nothing is locked while it is fitted. */
@ApplicationScoped
class PostgresCalibrations implements CalibrationStore {
    private static final int BRIER_DECIMALS = 8;

    private static final String KNOWN = """
            from outcome_subjects s join outcomes o
                on o.subject_id = s.id and o.horizon = s.horizon_bars and o.superseded_at is null
            where s.kind = 'analysis' and s.counted and not s.replay and not s.scored and s.direction <> 0
                and s.confidence is not null and s.source <> 'synthetic' and o.status = 'resolved'
            """;
    private static final String DAYS = "count(distinct cast(s.as_of at time zone 'UTC' as date))";

    private static final String DUE =
            "with known as (select s.model_config, s.prompt_template_id, count(*) as n, " + DAYS
                    + " as days " + KNOWN + """
            group by s.model_config, s.prompt_template_id having count(*) >= ?1)
            select k.model_config, k.prompt_template_id, m.version, m.resolved_by,\s""" + CalibrationColumns.KNOTS + """
            from known k left join lateral (
                select * from calibration_maps b
                where b.model_config = k.model_config and b.prompt_template_id = k.prompt_template_id
                order by b.version desc limit 1) m on true
            where k.days >= ?2 and (m.n is null or k.n >= m.n * (1 + cast(?3 as numeric)))
            order by k.model_config, k.prompt_template_id
            """;
    private static final String OUTCOMES = """
            select min(s.as_of), max(s.as_of), max(o.exit_at),\s""" + DAYS + """
                , string_agg(float8send(cast(s.confidence as float8)), '' order by s.id),
                string_agg(int2send(cast(case when o.direction_hit then 1 else 0 end as smallint)), '' order by s.id),
                string_agg(int2send(cast(case when o.exit_at > cast(?3 as timestamptz) then 1 else 0 end as smallint)), ''
                    order by s.id)\s""" + KNOWN + """
            and s.model_config = ?1 and s.prompt_template_id = ?2 having count(*) > 0
            """;
    private static final String INSERT = """
            insert into calibration_maps (model_config, prompt_template_id, version, resolved_by, first_as_of, last_as_of, n, days,
                brier_stated, brier_calibrated, new_n, new_brier_stated, new_brier_calibrated, stated, calibrated, step_n, step_hits)
            select ?1, ?2, ?3, cast(?4 as timestamptz), cast(?5 as timestamptz), cast(?6 as timestamptz), ?7, ?8,
                cast(?9 as numeric), cast(?10 as numeric), cast(?11 as integer), cast(?12 as numeric), cast(?13 as numeric),
                array_agg(k.stated order by k.stated), array_agg(k.calibrated order by k.stated),
                array_agg(k.n order by k.stated), array_agg(k.hits order by k.stated)
            from jsonb_to_recordset(cast(cast(?14 as text) as jsonb)) as k(stated numeric(5, 4), calibrated numeric(5, 4),
                n integer, hits integer)
            on conflict (model_config, prompt_template_id, version) do nothing
            """;

    private final Transactions transactions;

    PostgresCalibrations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<List<DueCalibration>> due(CalibrationConfig config) {
        return transactions
                .read(session -> session.createNativeQuery(DUE, Object[].class)
                        .setParameter(1, config.least())
                        .setParameter(2, config.leastDays())
                        .setParameter(3, config.growth())
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresCalibrations::due).toList());
    }

    @Override
    public Uni<Optional<KnownOutcomes>> outcomes(DueCalibration due) {
        return transactions
                .read(session -> session.createNativeQuery(OUTCOMES, Object[].class)
                        .setParameter(1, due.modelConfig())
                        .setParameter(2, due.prompt().value())
                        .setParameter(
                                3,
                                due.before()
                                        .map(Before::resolvedBy)
                                        .map(PostgresCalibrations::time)
                                        .orElse(null))
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(PostgresCalibrations::known));
    }

    @Override
    public Uni<Boolean> record(DueCalibration due, KnownOutcomes known, CalibrationFit fit) {
        return transactions.write(session -> insert(session, due, known, fit)).map(inserted -> inserted == 1);
    }

    private static Uni<Integer> insert(
            Mutiny.Session session, DueCalibration due, KnownOutcomes known, CalibrationFit fit) {
        var fresh = fit.outOfSample();
        return session.createNativeQuery(INSERT)
                .setParameter(1, due.modelConfig())
                .setParameter(2, due.prompt().value())
                .setParameter(3, due.version())
                .setParameter(4, time(known.resolvedBy()))
                .setParameter(5, time(known.firstAsOf()))
                .setParameter(6, time(known.lastAsOf()))
                .setParameter(7, known.outcomes().size())
                .setParameter(8, known.days())
                .setParameter(9, decimal(fit.inSample().stated()))
                .setParameter(10, decimal(fit.inSample().calibrated()))
                .setParameter(11, fresh.map(Score::n).orElse(null))
                .setParameter(12, decimal(fresh.map(Score::stated).orElse(OptionalDouble.empty())))
                .setParameter(13, decimal(fresh.map(Score::calibrated).orElse(OptionalDouble.empty())))
                .setParameter(14, CalibrationColumns.write(fit.map().knots()))
                .executeUpdate();
    }

    private static DueCalibration due(Object[] columns) {
        var row = new Fields(columns);
        var model = row.text();
        var prompt = new PromptTemplateId(row.number());
        return new DueCalibration(model, prompt, row.optionalInteger().map(version -> before(version, row)));
    }

    private static Before before(int version, Fields row) {
        return new Before(
                version,
                row.instant(),
                new CalibrationMap(CalibrationColumns.read(row.text(), row.text(), row.text(), row.text())));
    }

    private static KnownOutcomes known(Object[] columns) {
        var row = new Fields(columns);
        return new KnownOutcomes(
                row.instant(),
                row.instant(),
                row.instant(),
                row.integer(),
                new StatedOutcomes(Packed.doubles(columns[4]), flags(columns[5]), flags(columns[6])));
    }

    private static boolean[] flags(@Nullable Object column) {
        var numbers = Packed.shorts(column);
        var flags = new boolean[numbers.length];
        for (var i = 0; i < flags.length; i++) {
            flags[i] = numbers[i] == 1;
        }
        return flags;
    }

    private static @Nullable BigDecimal decimal(OptionalDouble score) {
        return score.isPresent()
                ? BigDecimal.valueOf(score.getAsDouble()).setScale(BRIER_DECIMALS, RoundingMode.HALF_EVEN)
                : null;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
