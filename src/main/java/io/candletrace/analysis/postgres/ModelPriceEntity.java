package io.candletrace.analysis.postgres;

import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.PriceRecord;
import io.candletrace.analysis.PriceRecord.Origin;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Recorded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code model_prices}. */
@Entity
@Immutable
@Table(name = "model_prices")
class ModelPriceEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String modelConfig;
    String serviceTier;
    Instant effectiveFrom;
    BigDecimal inputUncached;
    BigDecimal inputCached;
    BigDecimal cacheWrite;
    BigDecimal outputVisible;
    BigDecimal outputReasoning;
    String source;
    String createdBy;
    String changeNote;
    Instant createdAt;

    static ModelPriceEntity of(ModelPrice price, Origin origin, Instant now) {
        var row = new ModelPriceEntity();
        row.modelConfig = price.model();
        row.serviceTier = price.serviceTier();
        row.effectiveFrom = price.effectiveFrom().truncatedTo(ChronoUnit.MICROS);
        row.inputUncached = price.inputUncached();
        row.inputCached = price.inputCached();
        row.cacheWrite = price.cacheWrite();
        row.outputVisible = price.outputVisible();
        row.outputReasoning = price.outputReasoning();
        row.source = origin.source();
        row.createdBy = origin.createdBy();
        row.changeNote = origin.changeNote();
        row.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    PriceRecord toDomain() {
        return new PriceRecord(key(), price(), new Origin(source, createdBy, changeNote), createdAt);
    }

    Recorded<ModelPriceId, ModelPrice> recorded() {
        return new Recorded<>(key(), price());
    }

    private ModelPriceId key() {
        return new ModelPriceId(Optional.ofNullable(id).orElseThrow());
    }

    private ModelPrice price() {
        return new ModelPrice(
                modelConfig,
                serviceTier,
                effectiveFrom,
                inputUncached,
                inputCached,
                cacheWrite,
                outputVisible,
                outputReasoning);
    }
}
