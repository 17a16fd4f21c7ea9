package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.evaluation.OutcomeRecord;
import java.util.Optional;

/** A signal and what became of it. */
record JudgedSignalView(@JsonUnwrapped SignalView signal, Optional<OutcomeRecord> outcome) {}
