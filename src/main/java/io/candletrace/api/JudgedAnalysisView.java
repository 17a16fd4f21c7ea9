package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.evaluation.OutcomeRecord;
import java.util.Optional;

/** An analysis and what became of it. */
record JudgedAnalysisView(@JsonUnwrapped AnalysisView analysis, Optional<OutcomeRecord> outcome) {}
