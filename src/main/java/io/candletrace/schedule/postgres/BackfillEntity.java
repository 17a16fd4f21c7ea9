package io.candletrace.schedule.postgres;

import io.candletrace.lineage.BackfillId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.schedule.BackfillRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code backfills}, as it is read. */
@Entity
@Immutable
@Table(name = "backfills")
class BackfillEntity {

    @Id
    long id;

    long strategyId;
    long strategyVersionId;
    String status;
    Instant fromAt;
    Instant toAt;
    String step;
    String pace;
    String timeZone;

    @Nullable
    BigDecimal maxCostUsd;

    int concurrency;
    int total;
    int accepted;

    @Nullable
    Instant nextAsOf;

    String reason;
    String requestedBy;
    Instant createdAt;

    @Nullable
    Instant endedAt;

    BackfillRecord toDomain(String strategy, int version) {
        return new BackfillRecord(
                new BackfillId(id),
                strategy,
                new StrategyVersionId(strategyVersionId),
                version,
                status,
                fromAt,
                toAt,
                step,
                pace,
                timeZone,
                Optional.ofNullable(maxCostUsd).map(BigDecimal::stripTrailingZeros),
                concurrency,
                total,
                accepted,
                Optional.ofNullable(nextAsOf),
                reason,
                requestedBy,
                createdAt,
                Optional.ofNullable(endedAt));
    }
}
