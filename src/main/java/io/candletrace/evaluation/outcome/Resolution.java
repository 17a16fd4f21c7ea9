package io.candletrace.evaluation.outcome;

import java.util.List;
import java.util.Optional;

/**
 * What came of a prediction, as far as the bars go.
 *
 * @param predictionId the prediction's
 * @param entry the open of the first bar that could be entered; absent while that does not exist, or cannot be told
 * @param returns one for each horizon of the terms, in their order
 * @param trade what came of its idea
 */
public record Resolution(long predictionId, Optional<Quote> entry, List<ForwardReturn> returns, Trade trade) {
    public Resolution {
        returns = List.copyOf(returns);
    }
}
