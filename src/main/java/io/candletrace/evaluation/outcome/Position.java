package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that was entered.
 *
 * @param index of the bar of the fill
 * @param at when that bar opened, or closed when it was filled in between
 * @param price as the trade's side sees it
 * @param rest what of the bar comes after the fill; opens at {@code price}
 */
record Position(int index, Instant at, BigDecimal price, SidedBar rest) {

    static Position atOpen(int index, Bar bar, SidedBar sided) {
        return new Position(index, bar.opensAt(), sided.open(), sided);
    }

    static Position within(int index, Bar bar, SidedBar sided, BigDecimal price) {
        return new Position(index, bar.closesAt(), price, sided.since(price));
    }
}
