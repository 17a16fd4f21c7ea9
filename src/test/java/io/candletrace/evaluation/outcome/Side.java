package io.candletrace.evaluation.outcome;

import io.candletrace.evaluation.outcome.Trade.Closed;
import io.candletrace.market.Bar;
import io.candletrace.testing.SampleBars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A side on which the same story is told. Prices are written as a LONG's; a SHORT sees them mirrored at 100, so that a trade
 * which enters at 100 has the same rates on both sides. The first bar is the decision bar.
 */
enum Side {
    LONG(Direction.LONG),
    SHORT(Direction.SHORT);

    /** What the bars before the entry look like. */
    static final String DECIDED = "100 101 99 100";

    private static final LocalDate FIRST = SampleBars.FIRST;
    private static final BigDecimal MIRRORED = BigDecimal.valueOf(200);

    private final Direction direction;

    Side(Direction direction) {
        this.direction = direction;
    }

    BigDecimal price(String text) {
        return this == LONG ? new BigDecimal(text) : MIRRORED.subtract(new BigDecimal(text));
    }

    /** Daily bars, each of open, high, low and close. */
    Market market(String... rows) {
        var bars = IntStream.range(0, rows.length)
                .mapToObj(i -> bar(day(i), rows[i].split(" ")))
                .toList();
        return new Market(bars, Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty());
    }

    private Bar bar(LocalDate date, String[] row) {
        var prices = Arrays.stream(row)
                .mapToDouble(text -> price(text).doubleValue())
                .toArray();
        var high = Math.max(prices[1], prices[2]);
        var low = Math.min(prices[1], prices[2]);
        return SampleBars.bar(date, prices[0], high, low, prices[3], 1);
    }

    /** Enter from 98 to 102 in ten days, stop at 95, targets as given, held for three bars. */
    Idea idea(String near, String far) {
        return new Idea(
                price("98").min(price("102")),
                price("98").max(price("102")),
                price("95"),
                price(near),
                price(far),
                opening(10),
                3);
    }

    Idea idea() {
        return idea("105", "110");
    }

    Prediction prediction(Idea idea) {
        return prediction(direction, Optional.of(idea));
    }

    Trade trade(EntryRule entry, Idea idea, Market market) {
        return new Resolver(market, terms(entry, "0")).resolve(prediction(idea)).trade();
    }

    Closed closed(EntryRule entry, String... rows) {
        return (Closed) trade(entry, idea(), market(rows));
    }

    static Prediction prediction(Direction direction, Optional<Idea> idea) {
        return new Prediction(7, direction, opening(1), opening(1), idea);
    }

    static Terms terms(EntryRule entry, String costRate) {
        return new Terms(List.of(1, 2, 3), entry, TargetRule.CONSERVATIVE, new BigDecimal(costRate));
    }

    static LocalDate day(int index) {
        return FIRST.plusDays(index);
    }

    /** When the bar of this index opens, and the one before closes. */
    static Instant opening(int index) {
        return SampleBars.bar(day(index), 1, 1, 1, 1, 1).opensAt();
    }
}
