package io.candletrace.api;

import io.candletrace.feed.MarketHistory.History;
import java.util.List;
import java.util.OptionalLong;

/**
 * Bars of one instrument.
 *
 * @param adjustment what the prices are corrected for: {@code raw split split_dividend}
 * @param items oldest first
 * @param findings what is odd about them
 */
record HistoryView(
        String symbol,
        String exchange,
        OptionalLong conid,
        String currency,
        String timeframe,
        String source,
        String adjustment,
        List<BarView> items,
        List<FindingView> findings) {

    static HistoryView of(History found) {
        var instrument = found.instrument();
        return new HistoryView(
                instrument.symbol().value(),
                instrument.exchange(),
                instrument.conid(),
                instrument.currency(),
                found.timeframe().code(),
                found.source().name(),
                found.adjustment().code(),
                found.bars().stream().map(BarView::of).toList(),
                found.findings().stream().map(FindingView::of).toList());
    }
}
