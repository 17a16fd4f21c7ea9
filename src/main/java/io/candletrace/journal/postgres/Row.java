package io.candletrace.journal.postgres;

import io.candletrace.journal.TokenCounts;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads a row's columns one after the other. */
final class Row {
    private final Object[] columns;
    private int next;

    Row(Object[] columns, int first) {
        this.columns = columns.clone();
        this.next = first;
    }

    String text() {
        return (String) columns[next++];
    }

    long count() {
        return (Long) columns[next++];
    }

    BigDecimal decimal() {
        return decimalIfAny().orElseThrow();
    }

    Optional<BigDecimal> decimalIfAny() {
        return Optional.ofNullable((BigDecimal) columns[next++]);
    }

    /** The total and the five buckets, as {@link #TOKENS} selects them. */
    TokenCounts tokens() {
        return new TokenCounts(count(), count(), count(), count(), count(), count());
    }

    /** Sums of the columns {@code tokens} and of the five buckets. */
    static final String TOKENS = """
            cast(coalesce(sum(input_uncached + input_cached + cache_write + output_visible + output_reasoning), 0) as bigint),
            cast(coalesce(sum(input_uncached), 0) as bigint), cast(coalesce(sum(input_cached), 0) as bigint),
            cast(coalesce(sum(cache_write), 0) as bigint), cast(coalesce(sum(output_visible), 0) as bigint),
            cast(coalesce(sum(output_reasoning), 0) as bigint)""";
}
