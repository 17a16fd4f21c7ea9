package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.TaskRecord;
import java.util.List;

/** An execution with its tasks, by symbol. */
record ExecutionView(@JsonUnwrapped ExecutionRecord execution, List<TaskRecord> tasks) {}
