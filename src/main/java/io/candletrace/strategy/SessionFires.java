package io.candletrace.strategy;

import io.candletrace.market.Session;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open or the close of each of a market's sessions, or a while before or after it. Holidays have none, and half days close
 * early.
 */
final class SessionFires implements Fires {
    private static final Pattern TEXT =
            Pattern.compile("on the (open|close) of ([^\\s+-]+)(?:\\s*([+-])\\s*([0-9]{1,4})\\s*(min|h))?");
    private static final Duration FURTHEST = Duration.ofHours(24);
    /** No calendar has been closed for nearly as long. */
    private static final int DAYS = 60;

    private final TradingCalendar calendar;
    private final Function<Session, Instant> moment;
    private final Duration offset;

    private SessionFires(TradingCalendar calendar, Function<Session, Instant> moment, Duration offset) {
        this.calendar = calendar;
        this.moment = moment;
        this.offset = offset;
    }

    /** Reads {@code on the close of XNYS + 10 min}; empty when it is something else, or further off than 24 hours. */
    static Optional<Fires> parse(String text) {
        var matcher = TEXT.matcher(text);
        return matcher.matches() ? of(matcher.toMatchResult()) : Optional.empty();
    }

    @Override
    public Optional<Instant> after(Instant instant) {
        var event = instant.minus(offset);
        var first = LocalDate.ofInstant(event, calendar.zone()).minusDays(1);
        return Stream.iterate(first, date -> date.plusDays(1))
                .limit(DAYS)
                .flatMap(date -> calendar.session(date).stream())
                .map(moment)
                .filter(found -> found.isAfter(event))
                .findFirst()
                .map(found -> found.plus(offset));
    }

    private static Optional<Fires> of(MatchResult found) {
        Function<Session, Instant> moment = found.group(1).equals("open") ? Session::opensAt : Session::closesAt;
        var offset = offset(found.group(3), found.group(4), found.group(5));
        return TradingCalendars.named(found.group(2))
                .filter(calendar -> offset.abs().compareTo(FURTHEST) <= 0)
                .map(calendar -> new SessionFires(calendar, moment, offset));
    }

    private static Duration offset(@Nullable String sign, @Nullable String number, @Nullable String unit) {
        if (sign == null || number == null || unit == null) {
            return Duration.ZERO;
        }
        var count = Long.parseLong(number);
        var offset = unit.equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
        return sign.equals("-") ? offset.negated() : offset;
    }
}
