package io.candletrace.feed.csv;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;

/**
 * What has to be known about a file before it is read.
 *
 * @param name what messages call it, {@code SPY.csv}; empty where its lines are enough
 * @param timeframe of its bars, not above daily
 * @param calendar of the instrument; times that say no zone are in this one's
 */
public record CsvDescription(String name, Timeframe timeframe, TradingCalendar calendar) {
    public CsvDescription {
        if (timeframe.compareTo(Timeframe.DAILY) > 0) {
            throw new IllegalArgumentException("weeks and months are made of days, was " + timeframe);
        }
    }

    /** A line as messages name it: {@code SPY.csv, line 5}. */
    String place(long line) {
        return (name.isEmpty() ? "" : name + ", ") + "line " + line;
    }

    ServiceException invalid(String detail) {
        return new ServiceException(FailureReason.BARS_INVALID, detail);
    }

    ServiceException invalid(long line, String detail) {
        return invalid(place(line) + ": " + detail);
    }

    /** About the file as a whole. */
    ServiceException unreadable(String detail, Exception cause) {
        var subject = name.isEmpty() ? "the file" : name;
        return new ServiceException(FailureReason.BARS_INVALID, subject + " " + detail, cause);
    }
}
