package io.candletrace.feed.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates.
 *
 * @param order of those that end with the year
 */
record CsvDate(DayOrder order) {
    private static final int MONTHS = 12;

    private static final Pattern ISO = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern COMPACT = Pattern.compile("([0-9]{4})()([0-9]{2})([0-9]{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4})");

    /** The date of a text; empty when it is none. */
    Optional<LocalDate> read(String text) {
        try {
            return match(ISO, text)
                    .or(() -> match(COMPACT, text))
                    .map(date -> LocalDate.of(number(date, 1), number(date, 3), number(date, 4)))
                    .or(() -> match(YEAR_LAST, text).flatMap(this::yearLast));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Whether a text is a date that ends with the year. */
    static boolean endsWithYear(String text) {
        return YEAR_LAST.matcher(text).matches();
    }

    /** What a date that ends with the year proves: a number above 12 is no month. */
    static Optional<DayOrder> proof(String text) {
        return match(YEAR_LAST, text).flatMap(date -> {
            if (number(date, 1) > MONTHS) {
                return Optional.of(DayOrder.DAY_FIRST);
            }
            return number(date, 3) > MONTHS ? Optional.of(DayOrder.MONTH_FIRST) : Optional.empty();
        });
    }

    private Optional<LocalDate> yearLast(MatchResult date) {
        return switch (order) {
            case UNPROVED -> Optional.empty();
            case DAY_FIRST -> Optional.of(LocalDate.of(number(date, 4), number(date, 3), number(date, 1)));
            case MONTH_FIRST -> Optional.of(LocalDate.of(number(date, 4), number(date, 1), number(date, 3)));
        };
    }

    private static Optional<MatchResult> match(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches).map(MatchResult.class::cast);
    }

    private static int number(MatchResult date, int group) {
        return Integer.parseInt(date.group(group));
    }
}
