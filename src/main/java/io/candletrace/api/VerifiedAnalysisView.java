package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.candletrace.replay.Check;
import io.candletrace.replay.VerifiedAnalysis;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;

/**
 * What came of making an analysis again.
 *
 * @param outcome {@code identical renderer_changed tampered}
 * @param checked how many things were compared
 * @param checks what was compared; of a whole execution only what differs
 */
@RegisterForReflection
record VerifiedAnalysisView(
        long analysisId,
        long chartId,
        String symbol,
        String timeframe,
        String modelConfig,
        int sampleNo,
        String outcome,
        String detail,
        int checked,
        List<CheckView> checks) {
    static VerifiedAnalysisView of(VerifiedAnalysis verified) {
        return new VerifiedAnalysisView(
                verified.id(),
                verified.chartId(),
                verified.symbol(),
                verified.timeframe(),
                verified.model(),
                verified.sampleNo(),
                verified.outcome().name().toLowerCase(Locale.ROOT),
                verified.detail(),
                verified.checked(),
                verified.checks().stream().map(CheckView::of).toList());
    }

    /** One comparison. */
    @RegisterForReflection
    record CheckView(
            String what,
            String expected,
            String found,
            @JsonProperty("same") boolean same) {
        static CheckView of(Check check) {
            return new CheckView(check.what(), check.expected(), check.found(), check.same());
        }
    }
}
