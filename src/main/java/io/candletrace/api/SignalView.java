package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.journal.SignalRecord;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A signal as it is answered: its row, with the chart's address of today. */
record SignalView(
        @JsonUnwrapped SignalRecord.Subject subject,
        String signalType,
        String trend,
        Optional<BigDecimal> confidence,
        CalibrationView calibration,
        String reasoning,
        String timeframePrimary,
        Optional<String> timeframeConfirmation,
        int horizonBars,
        @JsonUnwrapped SignalRecord.Levels levels,
        Map<String, Object> strategyMetadata) {

    static SignalView of(SignalRecord signal, Links links, UriInfo uri) {
        var decision = signal.decision();
        return new SignalView(
                signal.subject(),
                decision.signalType(),
                decision.trend(),
                decision.confidence(),
                CalibrationView.of(signal.calibration()),
                decision.reasoning(),
                decision.timeframePrimary(),
                decision.timeframeConfirmation(),
                decision.horizonBars(),
                signal.levels(),
                metadata(signal, links.object(signal.chartKey(), uri)));
    }

    private static Map<String, Object> metadata(SignalRecord signal, String chartUrl) {
        var metadata = new LinkedHashMap<>(signal.decision().strategyMetadata());
        metadata.put("chart_url", chartUrl);
        return metadata;
    }
}
