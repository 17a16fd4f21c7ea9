package io.candletrace.execution;

import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Instrument;
import io.candletrace.strategy.StrategyVersion;
import java.util.List;

/**
 * An execution that was found possible.
 *
 * @param version what runs
 * @param asOf what it may see
 * @param trigger why
 * @param requestedBy who wants it
 * @param instruments one task each
 */
public record Acceptance(
        StrategyVersion version,
        AsOf asOf,
        Trigger trigger,
        String requestedBy,
        List<Recorded<InstrumentId, Instrument>> instruments) {}
