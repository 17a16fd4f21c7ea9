package io.candletrace.feed.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What Binance says about a pair.
 *
 * @param base what is bought and sold
 * @param quote what its price is in
 * @param tickSize the smallest price step, in the quote asset; positive
 * @param status {@code TRADING}, or why it is not
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#exchange-information">Exchange information</a>
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/filters.md#price_filter">Filters</a>
 */
record Pair(String base, String quote, BigDecimal tickSize, String status) {
    private static final String EXCHANGE = "BINANCE";

    /** ISO 4217's code for "no currency". */
    private static final String NO_CURRENCY = "XXX";

    /** Prices at Binance have at most eight decimals. */
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");

    private static final Pattern ASSET = Pattern.compile("[A-Z0-9]{1,20}");
    private static final Pattern TICK = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,8})?");

    /** What can be said before anybody was asked. */
    static Pair unknown(Symbol symbol) {
        var parts = symbol.value().split("-", -1);
        var quote = parts.length == 2 && ASSET.matcher(parts[1]).matches() ? parts[1] : NO_CURRENCY;
        return new Pair(parts[0], quote, FINEST, "");
    }

    /** Reads a description; empty when it is none. */
    static Optional<Pair> of(JsonNode described) {
        var base = described.path("baseAsset").asText();
        var quote = described.path("quoteAsset").asText();
        return ASSET.matcher(base).matches() && ASSET.matcher(quote).matches()
                ? Optional.of(new Pair(
                        base, quote, tick(described), described.path("status").asText()))
                : Optional.empty();
    }

    Instrument instrument(Symbol symbol) {
        return new Instrument(symbol, EXCHANGE, OptionalLong.empty(), quote, TradingCalendars.ALWAYS_OPEN, tickSize);
    }

    /** A tick of zero switches the rule off. */
    private static BigDecimal tick(JsonNode described) {
        return described
                .path("filters")
                .valueStream()
                .filter(rule -> rule.path("filterType").asText().equals("PRICE_FILTER"))
                .map(rule -> rule.path("tickSize").asText())
                .filter(tick -> TICK.matcher(tick).matches())
                .map(tick -> new BigDecimal(tick).stripTrailingZeros())
                .filter(tick -> tick.signum() > 0)
                .findFirst()
                .orElse(FINEST);
    }
}
