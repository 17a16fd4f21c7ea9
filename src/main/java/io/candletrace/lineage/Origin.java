package io.candletrace.lineage;

/**
 * Who made a version of something, and why. For people: it is never part of what a model is asked.
 *
 * @param createdBy a name, as its author gave it
 * @param changeNote may be empty
 */
public record Origin(String createdBy, String changeNote) {}
