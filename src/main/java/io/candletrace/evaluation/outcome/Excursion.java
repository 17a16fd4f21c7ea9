package io.candletrace.evaluation.outcome;

import java.math.BigDecimal;

/**
 * The extremes of the prices that a trade has met, its entry's included, as its side sees them.
 *
 * @param best not below the entry
 * @param worst not above it
 */
record Excursion(BigDecimal best, BigDecimal worst) {

    static Excursion from(BigDecimal entry) {
        return new Excursion(entry, entry);
    }

    Excursion through(SidedBar bar) {
        return upTo(bar.best()).downTo(bar.worst());
    }

    Excursion upTo(BigDecimal price) {
        return price.compareTo(best) > 0 ? new Excursion(price, worst) : this;
    }

    Excursion downTo(BigDecimal price) {
        return price.compareTo(worst) < 0 ? new Excursion(best, price) : this;
    }
}
