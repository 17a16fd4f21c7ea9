package io.candletrace.api;

import io.candletrace.feed.CorporateAction;
import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.feed.CorporateActionLedger.Entry;
import io.candletrace.request.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One split or dividend as it is sent.
 *
 * @param ratio of a split, new shares for an old one
 * @param amount of a dividend, cash for a share
 */
record CorporateActionInput(
        Optional<String> symbol,
        Optional<String> feed,
        Optional<String> exDate,
        Optional<String> kind,
        Optional<BigDecimal> ratio,
        Optional<BigDecimal> amount,
        Optional<String> source) {

    private static final int MAX_NAME = 64;
    private static final String SPLIT = "split";
    private static final String DIVIDEND = "dividend";

    Entry toEntry() {
        var word = Inputs.required("kind", Parameters.oneOf("kind", kind, List.of(SPLIT, DIVIDEND)));
        return new Entry(
                Parameters.text("feed", feed, MAX_NAME),
                Parameters.symbol("symbol", Inputs.required("symbol", symbol)),
                action(Kind.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private CorporateAction action(Kind what) {
        var value = what == Kind.SPLIT ? value("ratio", ratio, amount) : value("amount", amount, ratio);
        try {
            return new CorporateAction(
                    Parameters.date("ex_date", Inputs.required("ex_date", exDate)),
                    what,
                    value,
                    Parameters.text("source", source.orElse("api"), MAX_NAME));
        } catch (IllegalArgumentException wrong) {
            throw Parameters.invalid(
                    what == Kind.SPLIT ? "ratio" : "amount", String.valueOf(wrong.getMessage()), value.toString());
        }
    }

    private static BigDecimal value(String name, Optional<BigDecimal> wanted, Optional<BigDecimal> foreign) {
        if (foreign.isPresent()) {
            throw Parameters.invalid(name, "only " + name, foreign.get().toString() + " of the other kind");
        }
        return Inputs.required(name, wanted);
    }
}
