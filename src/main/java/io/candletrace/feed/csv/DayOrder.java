package io.candletrace.feed.csv;

/** What comes first in the dates of a file that end with the year. */
enum DayOrder {
    /** No such date has proved it, or none is there: none is read. */
    UNPROVED,
    /** {@code 31/03/2021}. */
    DAY_FIRST,
    /** {@code 03/31/2021}. */
    MONTH_FIRST
}
