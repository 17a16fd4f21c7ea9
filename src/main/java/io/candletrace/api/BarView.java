package io.candletrace.api;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A bar; prices in the instrument's currency, times UTC. */
record BarView(
        LocalDate sessionDate,
        Instant opensAt,
        Instant closesAt,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume) {

    static BarView of(Bar bar) {
        return new BarView(
                bar.sessionDate(),
                bar.opensAt(),
                bar.closesAt(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume());
    }
}
