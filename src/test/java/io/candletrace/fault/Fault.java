package io.candletrace.fault;

/** What a {@link TcpProxy} does with bytes that a {@link Rule} recognised on their way to the server. */
sealed interface Fault {
    /** Nothing: they are forwarded. */
    record None() implements Fault {}

    /**
     * They never arrive: the action is done, then both sides are reset.
     *
     * @param action such as killing the client
     */
    record Before(Runnable action) implements Fault {}

    /**
     * They arrive and take effect, but their answer does not: when it comes the action is done, then both sides are reset.
     *
     * @param action such as killing the client
     */
    record After(Runnable action) implements Fault {}

    /**
     * They never arrive, and the client gets this answer instead.
     *
     * @param text a whole HTTP response
     */
    record Answer(String text) implements Fault {}

    /** They never arrive and nothing is answered, until the client gives up. */
    record Stall() implements Fault {}

    /**
     * Only the first of them arrive, then both sides are reset.
     *
     * @param bytes how many
     */
    record CutRequest(int bytes) implements Fault {}

    /**
     * They arrive, but of the answer only so much; then both sides are reset.
     *
     * @param bytes how many
     */
    record CutReply(int bytes) implements Fault {}
}
