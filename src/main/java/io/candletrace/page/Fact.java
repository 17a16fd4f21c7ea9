package io.candletrace.page;

/**
 * Something a page says in one line.
 *
 * @param name what
 * @param value that it is
 */
public record Fact(String name, String value) {}
