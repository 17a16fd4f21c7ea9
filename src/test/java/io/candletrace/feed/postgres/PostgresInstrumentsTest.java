package io.candletrace.feed.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.feed.Instruments;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import io.candletrace.testing.Await;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PostgresInstrumentsTest {

    @Inject
    Instruments instruments;

    @Test
    void addsAnInstrument_once() {
        var instrument = instrument("ONCE", TradingCalendars.XNYS, OptionalLong.of(4815747));

        var first = findOrAdd(instrument);
        var second = findOrAdd(instrument);

        assertThat(second).isEqualTo(first);
        assertThat(second.value()).isEqualTo(instrument);
    }

    @Test
    void follows_whatTheFeedSaysNow() {
        var before = findOrAdd(instrument("MOVED", TradingCalendars.XNYS, OptionalLong.of(42)));

        var after = findOrAdd(instrument("MOVED", TradingCalendars.ALWAYS_OPEN, OptionalLong.empty()));

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.value().calendar()).isEqualTo(TradingCalendars.ALWAYS_OPEN);
        assertThat(after.value().conid()).hasValue(42);
    }

    @Test
    void finds_byId() {
        var added = findOrAdd(instrument("FOUND", TradingCalendars.XNYS, OptionalLong.empty()));

        assertThat(Await.item(() -> instruments.find(added.id()))).hasValue(added);
        assertThat(Await.item(() -> instruments.find(new InstrumentId(999_999))))
                .isEmpty();
    }

    private Recorded<InstrumentId, Instrument> findOrAdd(Instrument instrument) {
        return Await.item(() -> instruments.findOrAdd("test", List.of(instrument), LocalDate.of(2024, 1, 2)))
                .getFirst();
    }

    private static Instrument instrument(String symbol, TradingCalendar calendar, OptionalLong conid) {
        return new Instrument(new Symbol(symbol), "TEST", conid, "USD", calendar, new BigDecimal("0.01"));
    }
}
