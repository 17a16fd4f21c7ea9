package io.candletrace.page;

import java.util.List;

/**
 * The first page.
 *
 * @param base this service's address, for the command of the empty page
 */
public record HomePage(List<SignalCard> signals, List<ExecutionRow> executions, String base) {}
