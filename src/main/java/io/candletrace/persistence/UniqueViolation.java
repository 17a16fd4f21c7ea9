package io.candletrace.persistence;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells that a write failed because a row with its key was there already. */
public final class UniqueViolation {

    private static final String SQLSTATE = "23505";

    private UniqueViolation() {}

    /** Whether this failure comes from one. */
    public static boolean caused(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(UniqueViolation::is);
    }

    private static boolean is(Throwable cause) {
        return switch (cause) {
            case PgException answer -> SQLSTATE.equals(answer.getSqlState());
            case SQLException answer -> SQLSTATE.equals(answer.getSQLState());
            default -> false;
        };
    }
}
