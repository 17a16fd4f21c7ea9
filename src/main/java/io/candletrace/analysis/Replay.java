package io.candletrace.analysis;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Sha256;
import java.util.Optional;

/**
 * Why a question is asked again.
 *
 * @param of the analysis that the answer stands against
 * @param request hash of the request that must be sent, to the byte; absent when another may be
 */
public record Replay(AnalysisId of, Optional<Sha256> request) {}
