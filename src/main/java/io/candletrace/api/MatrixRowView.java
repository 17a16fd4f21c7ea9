package io.candletrace.api;

import io.candletrace.replay.MatrixRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * How often a model with a prompt says what another said.
 *
 * @param unusable comparisons where one side has no verdict
 * @param recommendationAgreement share of the usable ones with the same recommendation, 0 to 1
 * @param trendAgreement share of the usable ones with the same trend, 0 to 1
 * @param recommendations how many of the usable ones, by the original's recommendation and the new one
 */
record MatrixRowView(
        String originalModel,
        String originalPrompt,
        String model,
        String prompt,
        int comparisons,
        int unusable,
        int sameRecommendation,
        Optional<BigDecimal> recommendationAgreement,
        int sameTrend,
        Optional<BigDecimal> trendAgreement,
        Map<String, Map<String, Long>> recommendations) {
    static MatrixRowView of(MatrixRow row) {
        return new MatrixRowView(
                row.originalModel(),
                row.originalPrompt(),
                row.model(),
                row.prompt(),
                row.comparisons(),
                row.unusable(),
                row.sameRecommendation(),
                row.recommendationAgreement(),
                row.sameTrend(),
                row.trendAgreement(),
                row.recommendations());
    }
}
