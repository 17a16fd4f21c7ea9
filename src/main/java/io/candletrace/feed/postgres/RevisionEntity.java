package io.candletrace.feed.postgres;

import io.candletrace.feed.MarketDataArchive.Figures;
import io.candletrace.feed.MarketDataArchive.Revision;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code bar_revisions}, as it is read. */
@Entity
@Immutable
@Table(name = "bar_revisions")
class RevisionEntity {

    @Id
    long id;

    long instrumentId;
    String source;
    String adjustment;
    String timeframe;
    LocalDate sessionDate;
    Instant opensAt;
    BigDecimal oldOpen;
    BigDecimal oldHigh;
    BigDecimal oldLow;
    BigDecimal oldClose;
    BigDecimal oldVolume;
    Instant oldFetchedAt;

    @Nullable
    BigDecimal newOpen;

    @Nullable
    BigDecimal newHigh;

    @Nullable
    BigDecimal newLow;

    @Nullable
    BigDecimal newClose;

    @Nullable
    BigDecimal newVolume;

    Instant noticedAt;

    Revision toDomain(String symbol) {
        return new Revision(
                id,
                symbol,
                source,
                adjustment,
                timeframe,
                sessionDate,
                opensAt,
                new Figures(oldOpen, oldHigh, oldLow, oldClose, oldVolume),
                after(),
                oldFetchedAt,
                noticedAt);
    }

    private Optional<Figures> after() {
        return newClose == null
                ? Optional.empty()
                : Optional.of(new Figures(newOpen, newHigh, newLow, newClose, newVolume));
    }
}
