package io.candletrace.feed.ibkr;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.inspection.Admission;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One of the vendor's contracts: a product in a currency.
 *
 * @param conid the vendor's id
 * @param ticker as the vendor writes it
 * @param exchange where it is listed: {@code NASDAQ}
 * @param currency ISO 4217
 * @param name the company's, not to be trusted in a message as it is
 * @param american whether it is listed in the United States
 */
record Contract(long conid, String ticker, String exchange, String currency, String name, boolean american) {
    private static final Pattern VENUE = Pattern.compile("[A-Z0-9]{1,16}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Reads an entry of {@code /trsrv/secdef}; empty when it lacks what makes a contract. */
    static Optional<Contract> of(JsonNode definition) {
        // NASDAQ.NMS and NASDAQ.SCM are tiers of one exchange.
        var exchange = definition.path("listingExchange").asText().split("\\.", 2)[0];
        var contract = new Contract(
                definition.path("conid").asLong(),
                definition.path("ticker").asText(),
                exchange,
                definition.path("currency").asText(),
                definition.path("name").asText(),
                definition.path("isUS").asBoolean());
        var complete = contract.conid > 0
                && VENUE.matcher(exchange).matches()
                && CURRENCY.matcher(contract.currency).matches();
        return complete ? Optional.of(contract) : Optional.empty();
    }

    /** In a message. */
    String describe() {
        return conid + " " + Admission.shown(name) + " " + exchange + " " + currency;
    }
}
