package io.candletrace.feed.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.BarBatch;
import io.candletrace.feed.BarRange;
import io.candletrace.inspection.Admission;
import io.candletrace.inspection.Candidate;
import io.candletrace.market.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of the vendor's klines, its numbers as they came.
 *
 * @param opensAt UTC
 * @param closesAt UTC; a candle that an outage cut short says so here
 * @param figures open, high, low, close and volume in the base asset, decimal text
 * @see <a href="https://github.com/binance/binance-spot-api-docs/blob/master/rest-api.md#klinecandlestick-data">Klines</a>
 */
record Candle(Instant opensAt, Instant closesAt, List<String> figures) {
    private static final int OPEN_TIME = 0;
    private static final int FIRST_FIGURE = 1;
    private static final int CLOSE_TIME = 6;

    Candle {
        figures = List.copyOf(figures);
    }

    /** Reads a row; empty when it has not the documented shape. */
    static Optional<Candle> of(JsonNode row) {
        var figures = row.valueStream()
                .skip(FIRST_FIGURE)
                .limit(CLOSE_TIME - FIRST_FIGURE)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
        var opened = row.path(OPEN_TIME);
        var closed = row.path(CLOSE_TIME);
        return figures.size() == CLOSE_TIME - FIRST_FIGURE && opened.canConvertToLong() && closed.canConvertToLong()
                ? Optional.of(new Candle(
                        Instant.ofEpochMilli(opened.longValue()),
                        // The vendor names the last millisecond of the candle.
                        Instant.ofEpochMilli(closed.longValue()).plusMillis(1),
                        figures))
                : Optional.empty();
    }

    /**
     * The bars of a range. Fails with {@code BARS_INVALID} when one of the candles is none, though not because it has yet to
     * close: such a one is left out.
     */
    static BarBatch bars(List<Candle> candles, BarRange range, Instant now) {
        var admission = new Admission(range.instrument().calendar(), range.timeframe(), now);
        var verdict = admission.judge(candles.stream().map(Candle::candidate).toList());
        var wrong = verdict.rejections().stream().filter(Candle::speaksAgainst).toList();
        if (!wrong.isEmpty()) {
            throw invalid(range, wrong);
        }
        return new BarBatch(
                verdict.bars().stream().filter(range::contains).toList(),
                verdict.findings().stream().filter(Candle::speaksAgainst).toList());
    }

    private Candidate candidate() {
        return new Candidate(
                "the kline of " + opensAt,
                new Candidate.Opening.At(opensAt),
                figures.get(0),
                figures.get(1),
                figures.get(2),
                figures.get(3),
                figures.get(4));
    }

    private static boolean speaksAgainst(Finding finding) {
        return !finding.code().isNotYet();
    }

    private static ServiceException invalid(BarRange range, List<Finding> wrong) {
        var others = wrong.size() == 1 ? "" : ", and " + (wrong.size() - 1) + " more";
        return new ServiceException(
                FailureReason.BARS_INVALID,
                "Binance's " + range.timeframe().code() + " bars of "
                        + range.instrument().symbol() + ": " + wrong.getFirst().detail() + others);
    }
}
