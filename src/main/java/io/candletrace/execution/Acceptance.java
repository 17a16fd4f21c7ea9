package io.candletrace.execution;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.strategy.StrategyVersion;
import java.util.List;
import java.util.Optional;

/**
 * An execution that was found possible.
 *
 * @param version what runs
 * @param asOf what it may see
 * @param trigger why
 * @param requestedBy who wants it
 * @param instruments one task each
 * @param key what the client calls its request; absent when it has no name for it
 */
public record Acceptance(
        StrategyVersion version,
        AsOf asOf,
        Trigger trigger,
        String requestedBy,
        List<Recorded<InstrumentId, Instrument>> instruments,
        Optional<String> key) {
    public Acceptance {
        instruments = List.copyOf(instruments);
    }

    /** The same for a request that a client has a name for. */
    public Acceptance withKey(String name) {
        return new Acceptance(version, asOf, trigger, requestedBy, instruments, Optional.of(name));
    }
}
