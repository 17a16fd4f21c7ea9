package io.candletrace.execution;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Symbol;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody wants a strategy to run now.
 *
 * @param strategy its name
 * @param symbols which of its symbols, each once; all of them when absent
 * @param asOf what the run may see, UTC; when absent the feed's latest close, or now for a live feed
 * @param requestedBy who, for people
 */
public record ExecutionRequest(
        String strategy, Optional<List<Symbol>> symbols, Optional<Instant> asOf, String requestedBy) {
    public ExecutionRequest {
        symbols = symbols.map(given -> given.stream().distinct().toList());
    }

    /** Of what is asked for, whoever asks. */
    public Sha256 sha256() {
        var asked = new HashMap<String, Object>(Map.of("strategy", strategy));
        symbols.ifPresent(
                given -> asked.put("symbols", given.stream().map(Symbol::value).toList()));
        asOf.ifPresent(instant -> asked.put("as_of", instant.toString()));
        return Sha256.of(CanonicalJson.write(asked));
    }
}
