package io.candletrace.feed.csv;

import io.candletrace.inspection.Candidate;

/** One row of a file. */
public sealed interface CsvRow {
    /** The number of the line that it begins on; the file's first line is 1. */
    long line();

    /** It has a time and five numbers, which nobody has judged yet. */
    record Read(long line, Candidate candidate) implements CsvRow {}

    /**
     * It cannot even be judged.
     *
     * @param detail its place, what was expected and what was found, one line
     */
    record Malformed(long line, Fault fault, String detail) implements CsvRow {}

    /** Why a row cannot be judged. */
    enum Fault {
        /** It has fewer or more fields than the header. */
        FIELD_COUNT,
        /** Its time is none, or not one that files of this kind have. */
        UNREADABLE_TIME
    }
}
