package io.candletrace.request;

import io.candletrace.execution.IdempotencyKey;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/** Reads texts from outside into values, or says {@code INVALID_REQUEST} with what was expected and what was found. */
public final class Parameters {
    /** The header that carries a client's name for its request. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");
    private static final int MAX_SHOWN = 100;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private Parameters() {}

    /** An id in a path: what is no id names nothing. */
    public static <I> I pathId(String what, String text, LongFunction<I> id) {
        return positive(text).map(id::apply).orElseThrow(() -> notFound(what, text));
    }

    /** A version's number in a path: what is none names nothing. */
    public static int version(String what, String text) {
        return positive(text)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .orElseThrow(() -> notFound(what, text));
    }

    public static Optional<Long> id(String name, Optional<String> text) {
        return text.map(given -> positive(given).orElseThrow(() -> invalid(name, "a positive whole number", given)));
    }

    /** A number of things, or the last one's; 0 for none. */
    public static long count(String name, String text) {
        return "0".equals(text) ? 0 : id(name, Optional.of(text)).orElseThrow();
    }

    public static Optional<String> symbol(String name, Optional<String> text) {
        return text.map(given -> symbol(name, given).value());
    }

    public static Symbol symbol(String name, String text) {
        if (!Symbol.isValid(text)) {
            throw invalid(name, "a symbol of 1 to 32 of A-Z 0-9 . _ : -", text);
        }
        return new Symbol(text);
    }

    public static Optional<String> timeframe(String name, Optional<String> text) {
        return oneOf(
                name,
                text,
                Arrays.stream(Timeframe.values()).map(Timeframe::code).toList());
    }

    public static Optional<String> oneOf(String name, Optional<String> text, List<String> known) {
        text.filter(given -> !known.contains(given)).ifPresent(given -> {
            throw invalid(name, "one of " + String.join(", ", known), given);
        });
        return text;
    }

    public static Optional<String> text(String name, Optional<String> text, int maxLength) {
        return text.map(given -> text(name, given, maxLength));
    }

    /** A text that can be stored: PostgreSQL refuses the character NUL. */
    public static String text(String name, String text, int maxLength) {
        if (text.length() > maxLength || text.indexOf('\0') >= 0) {
            throw invalid(name, "a text of at most " + maxLength + " characters without NUL", text);
        }
        return text;
    }

    /**
     * What a client calls its request.
     *
     * @param path where it is sent, by {@code POST}
     * @param request of what it asks for
     */
    public static Optional<IdempotencyKey> idempotencyKey(Optional<String> header, String path, Sha256 request) {
        header.filter(key -> !KEY.matcher(key).matches()).ifPresent(key -> {
            throw invalid(IDEMPOTENCY_KEY, "1 to 255 visible ASCII characters", key);
        });
        return header.map(key -> new IdempotencyKey("POST " + path, key, request));
    }

    public static Optional<Instant> instant(String name, Optional<String> text) {
        return text.map(given -> instant(name, given));
    }

    public static Instant instant(String name, String text) {
        try {
            // A plus sign that was not escaped arrives as a space.
            var time = OffsetDateTime.parse(text.replace(' ', '+'));
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException _) {
            // Told below, like a year that nobody can store.
        }
        throw invalid(name, "a time such as 2025-10-29T20:00:00Z", text);
    }

    public static LocalDate date(String name, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException _) {
            // Told below, like a year that nobody can store.
        }
        throw invalid(name, "a date such as 2020-08-31", text);
    }

    /** Any JSON value: PostgreSQL refuses the character NUL in it, wherever it is. */
    public static void requireStorable(String name, Object value) {
        switch (value) {
            case String text when text.indexOf('\0') >= 0 -> throw invalid(name, "texts without NUL", text);
            case Map<?, ?> map -> {
                requireAllStorable(name, map.keySet());
                requireAllStorable(name, map.values());
            }
            case Collection<?> items -> requireAllStorable(name, items);
            default -> {}
        }
    }

    private static void requireAllStorable(String name, Collection<?> items) {
        for (var item : items) {
            if (item != null) {
                requireStorable(name, item);
            }
        }
    }

    public static ServiceException invalid(String name, String expected, String found) {
        var shown = found.length() > MAX_SHOWN ? found.substring(0, MAX_SHOWN) + "…" : found;
        return new ServiceException(
                FailureReason.INVALID_REQUEST,
                name + ": expected " + expected + ", found '" + shown.replaceAll("\\p{Cntrl}", "�") + "'");
    }

    public static ServiceException notFound(String what, Object id) {
        return new ServiceException(FailureReason.NOT_FOUND, "there is no " + what + " " + id);
    }

    private static Optional<Long> positive(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(id -> id > 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
