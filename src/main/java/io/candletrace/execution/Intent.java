package io.candletrace.execution;

import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.strategy.StrategyVersion;
import java.util.List;

/**
 * What a request comes to, found possible, before anything is written.
 *
 * @param version what would run
 * @param asOf what it would see
 * @param feed whose symbols they are
 * @param instruments what the feed takes them for, one task each
 */
record Intent(StrategyVersion version, AsOf asOf, String feed, List<Instrument> instruments) {
    List<Symbol> symbols() {
        return instruments.stream().map(Instrument::symbol).toList();
    }
}
