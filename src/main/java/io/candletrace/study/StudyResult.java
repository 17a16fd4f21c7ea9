package io.candletrace.study;

import io.candletrace.lineage.Sha256;

/**
 * What a study came to, as it is kept.
 *
 * @param json the scorecards
 * @param digest of the scorecards without latencies, which are never the same twice
 */
public record StudyResult(String json, Sha256 digest) {}
