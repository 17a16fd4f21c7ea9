package io.candletrace.journal.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a native statement asks of its rows: the conditions whose value is present, with their parameters numbered from 1. */
final class Conditions {
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * Asks for something, when there is a value.
     *
     * @param condition SQL with one {@code ?} where the value goes
     */
    Conditions and(String condition, Optional<?> value) {
        value.ifPresent(present -> {
            values.add(present instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : present);
            texts.add(condition.replace("?", "?" + values.size()));
        });
        return this;
    }

    /** All of them, as SQL. */
    String sql() {
        return texts.isEmpty() ? "true" : String.join(" and ", texts);
    }

    <R> Mutiny.SelectionQuery<R> bind(Mutiny.SelectionQuery<R> query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
