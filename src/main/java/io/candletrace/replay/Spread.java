package io.candletrace.replay;

import io.candletrace.journal.AnalysisOutline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far one number is spread over the samples that have it.
 *
 * @param level {@code confidence}, {@code r_multiple}, or a price: {@code entry_low}, {@code targets[0]}
 * @param original what the original says
 * @param samples how many have it
 * @param range of the samples, of a price in the instrument's currency
 * @param fromClose of a price, its range as a share of the close of the chart's last bar: 0.01 is one percent above
 */
public record Spread(String level, Optional<BigDecimal> original, int samples, Range range, Optional<Range> fromClose) {
    private static final Set<String> NO_PRICES = Set.of("confidence", "r_multiple");
    private static final List<String> SINGLE =
            List.of("confidence", "entry_low", "entry_high", "stop_loss", "r_multiple");
    private static final List<String> NEAREST = List.of("targets", "support_levels", "resistance_levels");
    private static final int NEAREST_FIRST = 2;
    private static final int DECIMALS = 8;
    private static final int SHARE_DECIMALS = 6;

    /**
     * Lowest, highest and mean.
     *
     * @param width from lowest to highest
     */
    public record Range(BigDecimal min, BigDecimal max, BigDecimal mean, BigDecimal width) {
        static Range of(List<BigDecimal> values) {
            var min = values.stream().reduce(BigDecimal::min).orElseThrow();
            var max = values.stream().reduce(BigDecimal::max).orElseThrow();
            var mean = values.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(values.size()), DECIMALS, RoundingMode.HALF_EVEN);
            return new Range(plain(min), plain(max), plain(mean), plain(max.subtract(min)));
        }

        Range from(BigDecimal close) {
            return new Range(
                    share(min.subtract(close), close),
                    share(max.subtract(close), close),
                    share(mean.subtract(close), close),
                    share(width, close));
        }

        private static BigDecimal share(BigDecimal part, BigDecimal close) {
            return plain(part.divide(close, SHARE_DECIMALS, RoundingMode.HALF_EVEN));
        }

        private static BigDecimal plain(BigDecimal value) {
            return value.signum() == 0
                    ? BigDecimal.ZERO
                    : new BigDecimal(value.stripTrailingZeros().toPlainString());
        }
    }

    static List<Spread> all(AnalysisOutline original, List<AnalysisOutline> replays) {
        var single = SINGLE.stream().map(field -> new Level(field, -1));
        var nearest = NEAREST.stream()
                .flatMap(field ->
                        Stream.iterate(0, i -> i < NEAREST_FIRST, i -> i + 1).map(index -> new Level(field, index)));
        return Stream.concat(single, nearest)
                .flatMap(level -> of(level, original, replays).stream())
                .toList();
    }

    private static Optional<Spread> of(Level level, AnalysisOutline original, List<AnalysisOutline> replays) {
        var values =
                replays.stream().flatMap(replay -> level.in(replay).stream()).toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        var range = Range.of(values);
        var fromClose = NO_PRICES.contains(level.field())
                ? Optional.<Range>empty()
                : Optional.of(range.from(original.asked().close()));
        return Optional.of(new Spread(level.name(), level.in(original), values.size(), range, fromClose));
    }

    /** A number of a verdict, or one of a list of numbers. */
    private record Level(String field, int index) {
        String name() {
            return index < 0 ? field : field + "[" + index + "]";
        }

        Optional<BigDecimal> in(AnalysisOutline outline) {
            var value = outline.said().verdict().get(field);
            if (value instanceof List<?> items && index >= 0 && index < items.size()) {
                return Optional.of(items.get(index)).map(Level::decimal);
            }
            return Optional.ofNullable(value).filter(Number.class::isInstance).map(Level::decimal);
        }

        private static BigDecimal decimal(Object number) {
            return new BigDecimal(number.toString());
        }
    }
}
