package io.candletrace.page;

/** The page of a failure. */
public record ErrorPage(int status, String title, String detail) {}
