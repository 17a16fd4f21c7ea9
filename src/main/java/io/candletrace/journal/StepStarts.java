package io.candletrace.journal;

/**
 * Tells whoever watches an execution what is under way. Nothing waits for it: what has begun is told within a moment if it has not
 * ended by then (what ends is told with its record), and a process that goes away may take it along.
 */
public interface StepStarts {
    /** A stage has begun. */
    void begun(StepStart start);

    /** It has ended, well or not. */
    void ended(StepStart start);
}
