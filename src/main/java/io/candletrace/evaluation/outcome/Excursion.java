package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;

/**
 * How far a trade went either way, in price units.
 *
 * @param entry its entry, as its side sees it
 * @param ahead 0 or more
 * @param behind 0 or more
 */
record Excursion(BigDecimal entry, BigDecimal ahead, BigDecimal behind) {

    static Excursion from(BigDecimal entry) {
        return new Excursion(entry, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    Excursion through(SidedBar bar) {
        return upTo(bar.best()).downTo(bar.worst());
    }

    Excursion upTo(BigDecimal price) {
        return new Excursion(entry, ahead.max(price.subtract(entry)), behind);
    }

    Excursion downTo(BigDecimal price) {
        return new Excursion(entry, ahead, behind.max(entry.subtract(price)));
    }
}
