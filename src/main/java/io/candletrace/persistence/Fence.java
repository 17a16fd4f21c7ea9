package io.candletrace.persistence;

import io.candletrace.lineage.TaskId;

/**
 * Which attempt of a task writes.
 *
 * @param task the task
 * @param attempt from 1
 */
public record Fence(TaskId task, int attempt) {}
