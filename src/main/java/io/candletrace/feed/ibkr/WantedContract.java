package io.candletrace.feed.ibkr;

import io.candletrace.market.Symbol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a strategy's symbol asks for. */
sealed interface WantedContract {
    /** The prefix of a contract's id. */
    String CONID = "CONID";

    /** {@code CONID:4815747}: this contract. */
    record ById(String conid) implements WantedContract {}

    /** {@code NASDAQ:NVDA}: the stock of this ticker that is listed at this exchange. */
    record AtVenue(String venue, String ticker) implements WantedContract {}

    /** {@code NVDA}: the stock of this ticker. */
    record ByTicker(String ticker) implements WantedContract {}

    /** Reads a symbol. The vendor writes share classes with a space: {@code BRK.B} is its {@code BRK B}. */
    static WantedContract of(Symbol symbol) {
        var parts = symbol.value().split(":", 2);
        if (parts.length == 1) {
            return new ByTicker(ticker(parts[0]));
        }
        return parts[0].equals(CONID) ? new ById(parts[1]) : new AtVenue(parts[0], ticker(parts[1]));
    }

    /** A ticker as the vendor writes it, in one spelling. */
    static String ticker(String text) {
        return text.replace('.', ' ').strip().toUpperCase(Locale.ROOT);
    }

    /** A ticker in a query. */
    static String encoded(String ticker) {
        return URLEncoder.encode(ticker, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
