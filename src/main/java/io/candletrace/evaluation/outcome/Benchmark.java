package io.candletrace.evaluation.outcome;

import io.candletrace.market.Bar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Another instrument's bars, found by when they open or, where a session has one bar only, by its date. */
final class Benchmark {
    private final Map<Instant, Bar> byOpening = new HashMap<>();
    private final Map<LocalDate, Bar> bySession = new HashMap<>();

    Benchmark(List<Bar> bars) {
        var divided = new HashSet<LocalDate>();
        for (var bar : bars) {
            byOpening.put(bar.opensAt(), bar);
            if (bySession.put(bar.sessionDate(), bar) != null) {
                divided.add(bar.sessionDate());
            }
        }
        bySession.keySet().removeAll(divided);
    }

    /** By which share it rose from its open at one bar to its close at another; empty when it lacks one of them. */
    Optional<BigDecimal> change(Bar entry, Bar exit) {
        return counterpart(entry).flatMap(from -> counterpart(exit).map(to -> Rates.change(from.open(), to.close())));
    }

    private Optional<Bar> counterpart(Bar bar) {
        return Optional.ofNullable(byOpening.get(bar.opensAt()))
                .or(() -> Optional.ofNullable(bySession.get(bar.sessionDate())));
    }
}
