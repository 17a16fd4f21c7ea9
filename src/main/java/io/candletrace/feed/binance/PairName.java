package io.candletrace.feed.binance;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Symbol;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Binance calls the pair of a symbol.
 *
 * @param symbol as users write it, {@code BTCUSDT} or {@code BTC-USDT}
 * @param value as the vendor does, {@code BTCUSDT}; letters and digits
 */
record PairName(Symbol symbol, String value) {
    private static final Pattern SYNTAX = Pattern.compile("[A-Z0-9]{1,20}(-[A-Z0-9]{1,20})?");

    /** The name; empty when no pair can be called that. */
    static Optional<PairName> of(Symbol symbol) {
        return SYNTAX.matcher(symbol.value()).matches()
                ? Optional.of(new PairName(symbol, symbol.value().replace("-", "")))
                : Optional.empty();
    }

    /** That there is no pair of this symbol. */
    static ServiceException none(Symbol symbol) {
        return new ServiceException(
                FailureReason.UNKNOWN_SYMBOL,
                "Binance should have a pair " + symbol + ", like BTCUSDT or BTC-USDT, has none");
    }

    @Override
    public String toString() {
        return value;
    }
}
