package io.candletrace.replay;

import io.candletrace.journal.AnalysisOutline;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often a model with a prompt says what another said.
 *
 * @param originalModel our name of who was asked before
 * @param originalPrompt the version it was asked with
 * @param model our name of who was asked instead
 * @param prompt the version it was asked with
 * @param comparisons answers that stand against an original
 * @param unusable of these, where one side has no verdict
 * @param sameRecommendation of the others, with the original's recommendation
 * @param sameTrend of the others, with the original's trend
 * @param recommendations of the others, how many by the original's recommendation and the new one
 */
public record MatrixRow(
        String originalModel,
        String originalPrompt,
        String model,
        String prompt,
        int comparisons,
        int unusable,
        int sameRecommendation,
        int sameTrend,
        Map<String, Map<String, Long>> recommendations) {
    private static final String RECOMMENDATION = "recommendation";
    private static final String TREND = "trend_direction";

    /** Share of the usable comparisons with the same recommendation, 0 to 1; absent when there are none. */
    public Optional<BigDecimal> recommendationAgreement() {
        return Agreement.share(sameRecommendation, comparisons - unusable);
    }

    /** Share of the usable comparisons with the same trend, 0 to 1; absent when there are none. */
    public Optional<BigDecimal> trendAgreement() {
        return Agreement.share(sameTrend, comparisons - unusable);
    }

    /** A row for everybody who was asked instead of somebody, by name. */
    static List<MatrixRow> of(List<Comparison> comparisons) {
        return comparisons.stream()
                .flatMap(comparison ->
                        comparison.replays().stream().map(replay -> new Pair(comparison.original(), replay)))
                .collect(Collectors.groupingBy(Pair::key))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(String::valueOf)))
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
    }

    private static MatrixRow row(List<String> key, List<Pair> pairs) {
        var usable = pairs.stream().filter(Pair::usable).toList();
        return new MatrixRow(
                key.get(0),
                key.get(1),
                key.get(2),
                key.get(3),
                pairs.size(),
                pairs.size() - usable.size(),
                (int) usable.stream().filter(pair -> pair.same(RECOMMENDATION)).count(),
                (int) usable.stream().filter(pair -> pair.same(TREND)).count(),
                usable.stream()
                        .collect(Collectors.groupingBy(
                                pair -> word(pair.original()),
                                TreeMap::new,
                                Collectors.groupingBy(
                                        pair -> word(pair.replay()), TreeMap::new, Collectors.counting()))));
    }

    private static String word(AnalysisOutline outline) {
        return outline.said().word(RECOMMENDATION).orElse("");
    }

    private record Pair(AnalysisOutline original, AnalysisOutline replay) {
        List<String> key() {
            return List.of(
                    original.asked().model(),
                    original.asked().prompt(),
                    replay.asked().model(),
                    replay.asked().prompt());
        }

        boolean usable() {
            return original.said().usable() && replay.said().usable();
        }

        boolean same(String field) {
            return original.said().word(field).equals(replay.said().word(field));
        }
    }
}
