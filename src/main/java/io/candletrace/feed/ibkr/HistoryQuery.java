package io.candletrace.feed.ibkr;

import io.candletrace.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One request for history, which the vendor answers with at most 1,000 bars.
 *
 * <p>How long a period may be depends on its bars (table "Step Size"): a day of 1 and 5 minute bars, a week of longer ones, at
 * least a week of daily bars. Daily bars are asked for up to two years at a time, which are fewer than 1,000 on any calendar.
 *
 * @see <a href="https://www.interactivebrokers.com/campus/ibkr-api-page/cpapi-v1/#hist-md">Historical market data</a>
 * @param conid the contract
 * @param timeframe one of the vendor's own
 * @param back how far back the bars are wanted
 * @param until the end of the period; empty for now
 */
record HistoryQuery(long conid, Timeframe timeframe, Duration back, Optional<Instant> until) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int DAY = 1;
    private static final int WEEK = 7;
    private static final int TWO_YEARS = 730;

    /** As a path with its query. The direction goes with the end: without one the vendor takes no direction but its own. */
    String path() {
        return "/iserver/marketdata/history?conid=" + conid + "&period=" + days() + "d&bar=" + bar()
                + "&outsideRth=false"
                + until.map(end -> "&direction=-1&startTime=" + TIME.format(end))
                        .orElse("");
    }

    private long days() {
        long wanted = back.toDays() + 1;
        return switch (timeframe) {
            case ONE_MINUTE, FIVE_MINUTES -> DAY;
            case FIFTEEN_MINUTES, THIRTY_MINUTES -> Math.clamp(wanted, DAY, WEEK);
            case DAILY -> Math.clamp(wanted, WEEK, TWO_YEARS);
            case ONE_HOUR, FOUR_HOURS, WEEKLY, MONTHLY -> throw madeOfOthers();
        };
    }

    private String bar() {
        return switch (timeframe) {
            case ONE_MINUTE -> "1min";
            case FIVE_MINUTES -> "5min";
            case FIFTEEN_MINUTES -> "15min";
            case THIRTY_MINUTES -> "30min";
            case DAILY -> "1d";
            case ONE_HOUR, FOUR_HOURS, WEEKLY, MONTHLY -> throw madeOfOthers();
        };
    }

    private IllegalArgumentException madeOfOthers() {
        return new IllegalArgumentException("a base timeframe is asked for, was " + timeframe.code());
    }
}
