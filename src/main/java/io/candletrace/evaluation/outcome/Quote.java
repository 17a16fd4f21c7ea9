package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A price that was paid.
 *
 * @param sessionDate of its bar
 * @param at when its bar opened or closed; when the price was met between the two, the close, since the bar does not tell when
 * @param price in the instrument's currency and the decision day's terms, without trailing zeros
 */
public record Quote(LocalDate sessionDate, Instant at, BigDecimal price) {
    public Quote {
        var stripped = price.stripTrailingZeros();
        price = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Quote atOpen(Bar bar, BigDecimal price) {
        return new Quote(bar.sessionDate(), bar.opensAt(), price);
    }

    static Quote byClose(Bar bar, BigDecimal price) {
        return new Quote(bar.sessionDate(), bar.closesAt(), price);
    }
}
