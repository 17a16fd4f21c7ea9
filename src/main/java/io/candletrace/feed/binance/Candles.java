package io.candletrace.feed.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.candletrace.feed.BarRange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The candles of one range, page after page from the oldest on. Read once, by one reader. */
final class Candles {
    private static final int WEIGHT = 2;
    private static final int PAGE_SIZE = 1_000;

    private final Line line;
    private final PairName pair;
    private final BarRange range;
    private Instant from;

    Candles(Line line, PairName pair, BarRange range) {
        this.line = line;
        this.pair = pair;
        this.range = range;
        this.from = range.from();
    }

    /** Every closed candle there is, oldest first; ends at the latest with a page that brings nothing new. */
    Uni<List<Candle>> read() {
        return Multi.createBy()
                .repeating()
                .uni(() -> page())
                .whilst(Page::goesOn)
                .collect()
                .asList()
                .map(pages -> pages.stream()
                        .map(Page::closed)
                        .flatMap(Collection::stream)
                        .toList());
    }

    private Uni<Page> page() {
        return line.answer(new Question<>(pair, path(), WEIGHT, "klines", Candles::rows))
                .map(this::page);
    }

    /** The end is the last millisecond in which a candle may open. */
    private String path() {
        return "/api/v3/klines?symbol=" + pair + "&interval="
                + range.timeframe().code() + "&startTime=" + from.toEpochMilli() + "&endTime="
                + (range.to().toEpochMilli() - 1) + "&limit=" + PAGE_SIZE;
    }

    private static Optional<Rows> rows(JsonNode json, Instant saidAt) {
        var candles = json.valueStream().map(Candle::of).toList();
        return json.isArray() && candles.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        new Rows(candles.stream().flatMap(Optional::stream).toList(), saidAt))
                : Optional.empty();
    }

    private Page page(Rows rows) {
        var fresh = rows.candles().stream()
                .filter(candle -> !candle.opensAt().isBefore(from))
                .toList();
        var closed = fresh.stream()
                .filter(candle -> !candle.closesAt().isAfter(rows.saidAt()))
                .toList();
        var newest = fresh.stream().map(Candle::opensAt).max(Instant::compareTo);
        newest.ifPresent(opensAt -> from = opensAt.plusMillis(1));
        var covered = fresh.stream().anyMatch(candle -> !candle.closesAt().isBefore(range.to()));
        return new Page(closed, newest.isPresent() && !covered);
    }

    /**
     * What one answer says.
     *
     * @param candles as they came
     * @param saidAt by the vendor's clock or ours, whichever is behind
     */
    private record Rows(List<Candle> candles, Instant saidAt) {}

    /**
     * What one request brought.
     *
     * @param closed the candles that had closed when it was answered, those of earlier pages left out
     * @param goesOn whether there may be more
     */
    private record Page(List<Candle> closed, boolean goesOn) {}
}
