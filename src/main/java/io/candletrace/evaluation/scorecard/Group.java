package io.candletrace.evaluation.scorecard;

import java.util.List;

/**
 * What was observed of one group.
 *
 * @param key its value in each dimension of the query, in their order
 * @param answers what was answered
 * @param observations what came of those that are over
 */
public record Group(List<String> key, Answers answers, Observations observations) {
    public Group {
        key = List.copyOf(key);
    }
}
