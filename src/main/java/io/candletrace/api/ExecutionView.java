package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.execution.ExecutionArchive;
import io.candletrace.execution.ExecutionRecord;
import io.candletrace.execution.TaskRecord;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.request.Parameters;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** An execution with its tasks, by symbol. */
record ExecutionView(@JsonUnwrapped ExecutionRecord execution, List<TaskRecord> tasks) {
    static Uni<ExecutionView> find(ExecutionArchive archive, ExecutionId id) {
        return archive.find(id)
                .map(found -> found.orElseThrow(() -> Parameters.notFound("execution", id.value())))
                .chain(execution -> archive.tasks(id).map(tasks -> new ExecutionView(execution, tasks)));
    }
}
