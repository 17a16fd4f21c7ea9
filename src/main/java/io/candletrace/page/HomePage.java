package io.candletrace.page;

import java.util.List;

/**
 * The first page.
 *
 * @param stopped why nothing is begun, when the kill switch is engaged; empty when it is not
 * @param base this service's address, for the command of the empty page
 */
public record HomePage(List<SignalCard> signals, List<ExecutionRow> executions, String stopped, String base) {}
