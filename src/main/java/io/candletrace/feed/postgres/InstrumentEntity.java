package io.candletrace.feed.postgres;

import io.candletrace.feed.Instruments.Listed;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code instruments}, as it is read. */
@Entity
@Immutable
@Table(name = "instruments")
class InstrumentEntity {

    @Id
    long id;

    String feed;
    String symbol;
    String exchange;

    @Nullable
    Long conid;

    String currency;
    String calendar;
    BigDecimal tickSize;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validTo;

    @Nullable
    Instant learnedAt;

    Recorded<InstrumentId, Instrument> toDomain() {
        var contract = conid == null ? OptionalLong.empty() : OptionalLong.of(conid);
        return new Recorded<>(
                new InstrumentId(id),
                new Instrument(
                        new Symbol(symbol),
                        exchange,
                        contract,
                        currency,
                        calendar(),
                        tickSize.stripTrailingZeros(),
                        Optional.ofNullable(validFrom)));
    }

    Listed toListed() {
        return new Listed(
                new InstrumentId(id), feed, toDomain().value(), Optional.ofNullable(validTo), learnedAt != null);
    }

    /** Whether the feed says nothing new of it. */
    boolean agrees(Instrument instrument) {
        var known = toDomain().value();
        return learnedAt != null || known.equals(instrument.since(known.since()));
    }

    private TradingCalendar calendar() {
        return TradingCalendars.named(calendar)
                .orElseThrow(() -> new IllegalStateException(
                        "instrument " + id + " trades by the calendar '" + calendar + "', which nobody knows"));
    }
}
