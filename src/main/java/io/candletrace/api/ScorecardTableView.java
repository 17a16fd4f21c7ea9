package io.candletrace.api;

import io.candletrace.evaluation.scorecard.Dimension;
import io.candletrace.evaluation.scorecard.ScorecardTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scorecards as they are answered.
 *
 * @param cells how many groups there are to look at
 * @param looks how many of them say something: of many, some look good by chance, which {@code q} takes into account
 * @param costRate of each position that is followed, as a share of its entry price
 * @param trainingCutoffs the last day that a model may know of, as the configuration states it
 */
record ScorecardTableView(
        String subject,
        int horizon,
        List<String> groupBy,
        int cells,
        long looks,
        double costRate,
        Map<String, LocalDate> trainingCutoffs,
        List<ScorecardView> scorecards) {

    static ScorecardTableView of(ScorecardTable table) {
        var query = table.query();
        var dimensions = query.groupBy().stream().map(Dimension::code).toList();
        return new ScorecardTableView(
                query.subject().name().toLowerCase(Locale.ROOT),
                query.horizon(),
                dimensions,
                table.cards().size(),
                table.looks(),
                table.assumptions().costRate(),
                table.assumptions().cutoffs(),
                table.cards().stream()
                        .map(card -> ScorecardView.of(dimensions, card))
                        .toList());
    }
}
