package io.candletrace.journal.postgres;

import io.candletrace.persistence.JsonColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code bar_snapshots}. */
@Entity
@Table(name = "bar_snapshots")
class SnapshotEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String sha256;
    long instrumentId;
    String symbol;
    String timeframe;
    String source;
    String adjustment;
    int barCount;
    Instant firstBarAt;
    Instant lastBarAt;
    String objectKey;

    @JdbcType(JsonColumn.class)
    List<Map<String, Object>> findings;
}
