package io.candletrace.lineage;

/**
 * A value together with the id of the row that holds it.
 *
 * @param <I> the row's kind of id
 * @param <T> the value that was recorded
 * @param id the row's id
 * @param value what the row was made from
 */
public record Recorded<I, T>(I id, T value) {}
