package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.candletrace.journal.GroupKey;
import java.util.Map;
import java.util.Optional;

/** What a group's figures are about: only what they were asked to be told apart by. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record GroupView(
        Optional<String> symbol,
        Optional<String> timeframe,
        Optional<String> strategy,
        Optional<String> model,
        Optional<String> promptVersion,
        Optional<String> day,
        Optional<Long> execution,
        Optional<String> status) {

    static GroupView of(Map<GroupKey, String> keys) {
        return new GroupView(
                value(keys, GroupKey.SYMBOL),
                value(keys, GroupKey.TIMEFRAME),
                value(keys, GroupKey.STRATEGY),
                value(keys, GroupKey.MODEL),
                value(keys, GroupKey.PROMPT_VERSION),
                value(keys, GroupKey.DAY),
                value(keys, GroupKey.EXECUTION).map(Long::valueOf),
                value(keys, GroupKey.STATUS));
    }

    private static Optional<String> value(Map<GroupKey, String> keys, GroupKey key) {
        return Optional.ofNullable(keys.get(key));
    }
}
