package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.journal.AnalysisRecord;

/** An analysis as it is answered: its row. */
record AnalysisView(
        @JsonUnwrapped AnalysisRecord.Subject subject,
        @JsonUnwrapped AnalysisRecord.Inquiry inquiry,
        @JsonUnwrapped AnalysisRecord.Answer answer,
        @JsonUnwrapped AnalysisRecord.Spending spending,
        CalibrationView calibration) {

    static AnalysisView of(AnalysisRecord analysis) {
        return new AnalysisView(
                analysis.subject(),
                analysis.inquiry(),
                analysis.answer(),
                analysis.spending(),
                CalibrationView.of(analysis.calibration()));
    }
}
