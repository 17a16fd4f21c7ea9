package io.candletrace.api;

import io.candletrace.market.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Something odd about bars.
 *
 * @param severity {@code reject} when it forbids their use, else {@code flag}
 * @param opensAt of the bar, where a session has more than one
 */
record FindingView(String code, String severity, LocalDate sessionDate, Optional<Instant> opensAt, String detail) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.code().name(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.sessionDate(),
                finding.opensAt(),
                finding.detail());
    }
}
