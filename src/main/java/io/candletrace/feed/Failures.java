package io.candletrace.feed;

import io.candletrace.failure.ServiceException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several sources said, one after the other. */
final class Failures {
    private Failures() {}

    static List<ServiceException> and(List<ServiceException> earlier, ServiceException failure) {
        return Stream.concat(earlier.stream(), Stream.of(failure)).toList();
    }

    /** The first one that a retry can help, else the first, with everything that was said. */
    static ServiceException together(List<ServiceException> failures) {
        if (failures.size() == 1) {
            return failures.getFirst();
        }
        var telling = failures.stream()
                .filter(failure -> failure.reason().retryHelps())
                .findFirst()
                .orElseGet(failures::getFirst);
        var detail = failures.stream()
                .map(failure -> failure.reason() + ": " + failure.detail())
                .collect(Collectors.joining("; then "));
        return new ServiceException(telling.reason(), "no source has the bars: " + detail, telling);
    }
}
