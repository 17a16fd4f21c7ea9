package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.Findings;
import io.candletrace.evaluation.Judged;
import io.candletrace.evaluation.outcome.ForwardReturn;
import io.candletrace.evaluation.outcome.Quote;
import io.candletrace.evaluation.outcome.Trade;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.SnapshotId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Findings as the statements take them: one JSON array for each table. What is pending has no row. */
final class FindingRows {
    private final Findings findings;

    FindingRows(Findings findings) {
        this.findings = findings;
    }

    Findings findings() {
        return findings;
    }

    Optional<Long> benchmark() {
        return findings.benchmark().map(SnapshotId::value);
    }

    String subjects() {
        return write(findings.judged().stream().map(FindingRows::subject));
    }

    String returns() {
        return write(findings.judged().stream().flatMap(FindingRows::returns));
    }

    String trades() {
        return write(findings.judged().stream().flatMap(FindingRows::trade));
    }

    private static String write(Stream<Map<String, Object>> rows) {
        return CanonicalJson.write(rows.toList());
    }

    private static Map<String, Object> subject(Judged judged) {
        var row = row(judged);
        judged.dueAt().ifPresent(due -> row.put("due_at", due.toString()));
        judged.resolution()
                .entry()
                .ifPresent(entry -> row.put("entry_at", entry.at().toString()));
        judged.watchedTo().ifPresent(to -> row.put("watched_to", to.toString()));
        judged.regime().ifPresent(regime -> row.put("market_regime", regime.code()));
        return row;
    }

    private static Stream<Map<String, Object>> returns(Judged judged) {
        return judged.resolution().returns().stream().flatMap(forward -> switch (forward) {
            case ForwardReturn.Pending _ -> Stream.empty();
            case ForwardReturn.Excluded excluded -> Stream.of(excluded(judged, excluded));
            case ForwardReturn.Resolved resolved -> Stream.of(resolved(judged, resolved));
        });
    }

    private static Map<String, Object> excluded(Judged judged, ForwardReturn.Excluded excluded) {
        var row = forward(judged, excluded);
        row.put("excluded_for", excluded.reason().code());
        return row;
    }

    private static Map<String, Object> resolved(Judged judged, ForwardReturn.Resolved resolved) {
        var row = forward(judged, resolved);
        judged.resolution().entry().ifPresent(entry -> quote(row, "entry", entry));
        quote(row, "exit", resolved.exit());
        row.put("forward_return", resolved.rate());
        resolved.excess().ifPresent(excess -> row.put("excess_return", excess));
        resolved.hit().ifPresent(hit -> row.put("direction_hit", hit));
        return row;
    }

    private static Map<String, Object> forward(Judged judged, ForwardReturn forward) {
        var row = row(judged);
        row.put("horizon", forward.horizon());
        row.put("status", forward.status());
        return row;
    }

    private static Stream<Map<String, Object>> trade(Judged judged) {
        var trade = judged.resolution().trade();
        var row = row(judged);
        row.put("status", trade.status());
        switch (trade) {
            case Trade.None _, Trade.Pending _ -> {
                return Stream.empty();
            }
            case Trade.NotFilled _ -> {}
            case Trade.Excluded excluded ->
                row.put("excluded_for", excluded.reason().code());
            case Trade.Closed closed -> closed(row, closed);
        }
        return Stream.of(row);
    }

    private static void closed(Map<String, Object> row, Trade.Closed closed) {
        quote(row, "entry", closed.entry());
        quote(row, "exit", closed.exit());
        row.put("exit_reason", closed.reason().code());
        row.put("gross_return", closed.grossRate());
        row.put("net_return", closed.netRate());
        closed.realisedR().ifPresent(multiple -> row.put("realised_r", multiple));
        row.put("favourable", closed.favourableRate());
        row.put("adverse", closed.adverseRate());
        row.put("bars_held", closed.barsHeld());
    }

    private static void quote(Map<String, Object> row, String side, Quote quote) {
        row.put(side + "_at", quote.at().toString());
        row.put(side + "_price", quote.price());
    }

    private static Map<String, Object> row(Judged judged) {
        return new HashMap<>(Map.of("subject_id", judged.subject().prediction().id()));
    }
}
