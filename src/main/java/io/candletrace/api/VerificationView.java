package io.candletrace.api;

import io.candletrace.pipeline.ChartVerification.Verified;
import java.util.Locale;

/**
 * What came of drawing a chart again.
 *
 * @param outcome {@code identical renderer_changed tampered}
 */
record VerificationView(
        long chartId, String outcome, boolean samePixels, boolean samePicture, boolean samePage, String detail) {

    static VerificationView of(long chart, Verified verified) {
        return new VerificationView(
                chart,
                verified.outcome().name().toLowerCase(Locale.ROOT),
                verified.samePixels(),
                verified.samePicture(),
                verified.samePage(),
                verified.detail());
    }
}
