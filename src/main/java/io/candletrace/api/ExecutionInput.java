package io.candletrace.api;

import io.candletrace.execution.ExecutionRequest;
import io.candletrace.request.Parameters;
import java.util.List;
import java.util.Optional;

/** What {@code POST /api/executions} holds. */
record ExecutionInput(Optional<String> strategy, Optional<List<String>> symbols, Optional<String> asOf) {

    private static final int MAX_NAME = 64;
    private static final int MAX_SYMBOLS = 500;

    ExecutionRequest toRequest() {
        var name = strategy.orElseThrow(() -> Parameters.invalid("strategy", "the name of a strategy", "nothing"));
        return new ExecutionRequest(
                Parameters.text("strategy", name, MAX_NAME),
                symbols.map(given -> Inputs.symbols("symbols", given, MAX_SYMBOLS)),
                Parameters.instant("as_of", asOf),
                "api");
    }
}
