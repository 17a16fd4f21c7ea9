package io.candletrace.evaluation.postgres;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of a native query, read from its first column on. */
final class Fields {
    private final @Nullable Object[] row;
    private int next;

    Fields(@Nullable Object[] row) {
        this.row = row;
    }

    long number() {
        return ((Number) required()).longValue();
    }

    int integer() {
        return ((Number) required()).intValue();
    }

    String text() {
        return (String) required();
    }

    boolean flag() {
        return (Boolean) required();
    }

    BigDecimal decimal() {
        return ((BigDecimal) required()).stripTrailingZeros();
    }

    Instant instant() {
        return instant(required());
    }

    Optional<Integer> optionalInteger() {
        return optional().map(value -> ((Number) value).intValue());
    }

    Optional<String> optionalText() {
        return optional().map(String.class::cast);
    }

    Optional<Boolean> optionalFlag() {
        return optional().map(Boolean.class::cast);
    }

    Optional<BigDecimal> optionalDecimal() {
        return optional().map(value -> ((BigDecimal) value).stripTrailingZeros());
    }

    Optional<Instant> optionalInstant() {
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
