package io.candletrace.feed.csv;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Timeframe;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads when the bar of a row opens: a date, a date with a time, or the time since 1970 in seconds to nanoseconds.
 *
 * <p>A day's row is of the date that is written, whatever time stands beside it: midnight and the close are both used. Only a
 * time with a zone, or since 1970, that is not midnight there is of the date in the calendar's zone: midnight UTC means that
 * UTC date, and 21:00 UTC is New York's afternoon.
 *
 * @param timeframe of the bars
 * @param zone the calendar's, of times that say none
 * @param dates reads the dates
 */
record CsvTime(Timeframe timeframe, ZoneId zone, CsvDate dates) {
    /** Neither {@code YYYYMMDD} nor {@code YYYYMMDDhhmmss}; and twelve digits that may be a date and a time are not guessed. */
    private static final Pattern EPOCH =
            Pattern.compile("(?!(?:19|20)[0-9]{10}(?:\\.|$))([0-9]{9,13}|[0-9]{15,19})(?:\\.0*)?");

    private static final Pattern COMPACT = Pattern.compile("([0-9]{8})([0-9]{6})");

    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,2}):?([0-9]{2})(?::?([0-9]{2})(?:\\.([0-9]{1,9}))?)?"
            + " *(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    /** The first counts of digits that are milliseconds, microseconds and nanoseconds: seconds have 11 until the year 5138. */
    private static final int MILLISECONDS = 12;

    private static final int MICROSECONDS = 15;
    private static final int NANOSECONDS = 18;

    /** When the bar of a text opens; empty when it says no time. */
    Optional<Opening> opening(String text) {
        try {
            var epoch = EPOCH.matcher(text);
            return epoch.matches() ? Optional.of(opening(moment(epoch.group(1)))) : written(text);
        } catch (DateTimeException | NumberFormatException noSuchTime) {
            return Optional.empty();
        }
    }

    /** The part of a text that should be its date. */
    static String datePart(String text) {
        return text.substring(0, endOfDate(text));
    }

    private Optional<Opening> written(String text) {
        var compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return written(compact.group(1), compact.group(2));
        }
        var end = endOfDate(text);
        return written(text.substring(0, end), text.substring(Math.min(end + 1, text.length())));
    }

    private Optional<Opening> written(String dateText, String timeText) {
        var date = dates.read(dateText);
        if (timeText.isBlank()) {
            return date.map(Opening.On::new);
        }
        var clock = CLOCK.matcher(timeText.strip());
        return clock.matches() ? date.map(day -> opening(day, clock)) : Optional.empty();
    }

    private Opening opening(LocalDate date, MatchResult clock) {
        var local = date.atTime(LocalTime.of(number(clock, 1), number(clock, 2), number(clock, 3), nanos(clock)));
        return part(clock, 5)
                .map(offset -> opening(local.atOffset(offset(offset))))
                .orElseGet(() -> opening(local));
    }

    private Opening opening(LocalDateTime local) {
        return timeframe.intraday()
                ? new Opening.At(local.atZone(zone).toInstant())
                : new Opening.On(local.toLocalDate());
    }

    private Opening opening(OffsetDateTime moment) {
        if (timeframe.intraday()) {
            return new Opening.At(moment.toInstant());
        }
        var midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        return new Opening.On(
                midnight ? moment.toLocalDate() : moment.atZoneSameInstant(zone).toLocalDate());
    }

    private static OffsetDateTime moment(String digits) {
        var count = Long.parseLong(digits);
        return at(digits.length(), count).atOffset(ZoneOffset.UTC);
    }

    private static Instant at(int digits, long count) {
        if (digits < MILLISECONDS) {
            return Instant.ofEpochSecond(count);
        }
        if (digits < MICROSECONDS) {
            return Instant.ofEpochMilli(count);
        }
        return Instant.EPOCH.plus(count, digits < NANOSECONDS ? ChronoUnit.MICROS : ChronoUnit.NANOS);
    }

    private static int endOfDate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == 'T' || text.charAt(i) == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static ZoneOffset offset(String text) {
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static Optional<String> part(MatchResult clock, int group) {
        return Optional.ofNullable(clock.group(group));
    }

    private static int number(MatchResult clock, int group) {
        return part(clock, group).map(Integer::parseInt).orElse(0);
    }

    private static int nanos(MatchResult clock) {
        return part(clock, 4)
                .map(fraction -> Integer.parseInt((fraction + "00000000").substring(0, 9)))
                .orElse(0);
    }
}
