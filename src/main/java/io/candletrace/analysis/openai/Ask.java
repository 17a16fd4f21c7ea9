package io.candletrace.analysis.openai;

/**
 * One round of a conversation: a request that may be sent several times before its deadline.
 *
 * @param purpose as {@code llm_calls.purpose} has it
 * @param request what is sent
 * @param deadline of all its calls together
 */
record Ask(String purpose, ChatRequests.Written request, Deadline deadline) {}
