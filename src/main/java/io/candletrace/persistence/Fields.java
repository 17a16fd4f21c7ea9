package io.candletrace.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a native query, read from its first column on. A column that is null though it never is, is an {@link
 * IllegalStateException}.
 */
public final class Fields {
    private final @Nullable Object[] row;
    private int next;

    /** Before the first column. */
    public Fields(@Nullable Object[] row) {
        this.row = row;
    }

    /** The next column, a whole number. */
    public long number() {
        return ((Number) required()).longValue();
    }

    /** The next column, a whole number that is small. */
    public int integer() {
        return ((Number) required()).intValue();
    }

    /** The next column. */
    public String text() {
        return (String) required();
    }

    /** The next column. */
    public boolean flag() {
        return (Boolean) required();
    }

    /** The next column, without trailing zeros. */
    public BigDecimal decimal() {
        return ((BigDecimal) required()).stripTrailingZeros();
    }

    /** The next column, UTC. */
    public Instant instant() {
        return instant(required());
    }

    /** The next column; empty when it is null. */
    public Optional<Long> optionalNumber() {
        return optional().map(value -> ((Number) value).longValue());
    }

    /** The next column; empty when it is null. */
    public Optional<Integer> optionalInteger() {
        return optional().map(value -> ((Number) value).intValue());
    }

    /** The next column; empty when it is null. */
    public Optional<String> optionalText() {
        return optional().map(String.class::cast);
    }

    /** The next column; empty when it is null. */
    public Optional<Boolean> optionalFlag() {
        return optional().map(Boolean.class::cast);
    }

    /** The next column, without trailing zeros; empty when it is null. */
    public Optional<BigDecimal> optionalDecimal() {
        return optional().map(value -> ((BigDecimal) value).stripTrailingZeros());
    }

    /** The next column, UTC; empty when it is null. */
    public Optional<Instant> optionalInstant() {
        return optional().map(Fields::instant);
    }

    private Optional<Object> optional() {
        return Optional.ofNullable(row[next++]);
    }

    private Object required() {
        return optional().orElseThrow(() -> new IllegalStateException("column " + next + " is never null"));
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
