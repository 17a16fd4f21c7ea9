package io.candletrace.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How pages write values. */
final class Words {

    /** What stands where there is no value. */
    static final String NONE = "–";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int CENTS = 2;
    private static final int PERCENT_SHIFT = 2;
    private static final long MILLIS = 1_000;

    private Words() {}

    static String time(Instant instant) {
        return TIME.format(instant) + " UTC";
    }

    /** A price with at least two decimals and no more zeros than that. */
    static String price(BigDecimal price) {
        var plain = price.stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), CENTS), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    static String price(Optional<BigDecimal> price) {
        return price.map(Words::price).orElse(NONE);
    }

    static String prices(List<BigDecimal> prices) {
        return prices.isEmpty() ? NONE : prices.stream().map(Words::price).collect(Collectors.joining(", "));
    }

    static String multiple(Optional<BigDecimal> multiple) {
        return multiple.map(value ->
                        "(" + value.setScale(CENTS, RoundingMode.HALF_UP).toPlainString() + " R)")
                .orElse("");
    }

    static String percent(Optional<BigDecimal> share) {
        return share.map(value -> value.movePointRight(PERCENT_SHIFT)
                                .setScale(0, RoundingMode.HALF_UP)
                                .toPlainString() + " %")
                .orElse(NONE);
    }

    static String millis(long millis) {
        return millis < MILLIS
                ? millis + " ms"
                : BigDecimal.valueOf(millis)
                                .divide(BigDecimal.valueOf(MILLIS), CENTS, RoundingMode.HALF_UP)
                                .toPlainString()
                        + " s";
    }

    static String between(Optional<Instant> start, Optional<Instant> end) {
        return start.flatMap(
                        from -> end.map(to -> millis(Duration.between(from, to).toMillis())))
                .orElse(NONE);
    }

    /** US dollars; what is not known is not nothing. */
    static String cost(Optional<BigDecimal> dollars) {
        return dollars.map(value -> "$" + value.stripTrailingZeros().toPlainString())
                .orElse("unknown");
    }

    static String timeframe(String code) {
        return switch (code) {
            case "1d" -> "daily";
            case "1w" -> "weekly";
            case "1mo" -> "monthly";
            default -> code;
        };
    }
}
