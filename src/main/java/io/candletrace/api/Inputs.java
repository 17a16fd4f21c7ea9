package io.candletrace.api;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Origin;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.prompt.Prompts;
import io.candletrace.request.Parameters;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parts of JSON bodies. */
final class Inputs {

    private static final int MAX_AUTHOR = 100;
    private static final int MAX_NOTE = 1_000;
    private static final int USD_DIGITS = 6;
    private static final int USD_DECIMALS = 12;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Inputs() {}

    /** The body itself, which JSON's {@code null} and an empty one leave out. */
    static <T> T required(@Nullable T body) {
        if (body == null) {
            throw new ServiceException(FailureReason.INVALID_REQUEST, "expected a JSON object, found an empty body");
        }
        return body;
    }

    static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() ->
                new ServiceException(FailureReason.INVALID_REQUEST, name + ": this field is needed and was not given"));
    }

    static String name(Optional<String> text) {
        var name = required("name", text);
        if (!NAME.matcher(name).matches()) {
            throw Parameters.invalid("name", "1 to 64 letters, digits and . _ -, the first no sign", name);
        }
        return name;
    }

    static Origin origin(Optional<String> createdBy, Optional<String> changeNote) {
        return new Origin(
                author("created_by", createdBy), Parameters.text("change_note", changeNote.orElse(""), MAX_NOTE));
    }

    /** Somebody who is not the service itself; {@code api} where nobody says who. */
    static String author(String field, Optional<String> name) {
        var author = Parameters.text(field, name.orElse("api"), MAX_AUTHOR).strip();
        if (author.isEmpty() || author.equalsIgnoreCase(Prompts.SERVICE)) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    field + ": expected a name other than '" + Prompts.SERVICE
                            + "', which is the service itself, found '" + author + "'");
        }
        return author;
    }

    /** An amount that a column holds: at most six digits before the point, and twelve after it. */
    static BigDecimal usd(String field, BigDecimal amount) {
        if (amount.precision() - amount.scale() > USD_DIGITS
                || amount.stripTrailingZeros().scale() > USD_DECIMALS) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    field + ": expected US dollars below a million with at most 12 decimals, found " + amount);
        }
        return amount;
    }

    static List<Symbol> symbols(String name, List<String> texts, int max) {
        if (texts.size() > max) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    name + ": expected at most " + max + " symbols, found " + texts.size());
        }
        return texts(name, texts).stream()
                .map(text -> Parameters.symbol(name, text))
                .toList();
    }

    /** A list without holes. */
    static List<String> texts(String name, List<String> texts) {
        if (texts.stream().anyMatch(text -> text == null)) {
            throw Parameters.invalid(name, "texts", "null");
        }
        return texts;
    }

    static Timeframe timeframe(String name, String code) {
        return Timeframe.ofCode(code)
                .orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        name + ": expected one of " + Timeframe.codes() + ", found '" + code + "'"));
    }
}
