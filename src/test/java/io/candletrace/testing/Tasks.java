package io.candletrace.testing;

import io.candletrace.lineage.TaskId;
import java.util.List;

/** Executions whose tasks lie in the database but not in the queue, so that only the test works on them. */
public final class Tasks {
    private static final String INSERT_EXECUTION = """
            insert into workflow_executions (strategy_id, strategy_version_id, status, run_type, as_of, requested_by)
            select strategy_id, strategy_version_id, 'pending', 'manual', as_of, 'test' from workflow_executions where id = ?
            returning id
            """;
    private static final String INSERT_TASKS = """
            insert into workflow_tasks (execution_id, instrument_id, symbol, status)
            select ?, instrument_id, symbol, 'ready' from workflow_tasks where execution_id = ? order by id returning id
            """;

    private final Database database;
    private final long execution;
    private final List<TaskId> ids;

    private Tasks(Database database, long execution, List<TaskId> ids) {
        this.database = database;
        this.execution = execution;
        this.ids = ids;
    }

    /** A new execution over two symbols, like the one that other tests read. */
    public static Tasks create(Database database) {
        var like = Runs.finished();
        var execution = Long.parseLong(database.value(INSERT_EXECUTION, like));
        var ids = database.column(INSERT_TASKS, execution, like).stream()
                .map(id -> new TaskId(Long.parseLong(id)))
                .toList();
        return new Tasks(database, execution, ids);
    }

    /** The execution's id. */
    public long execution() {
        return execution;
    }

    /** One of the two. */
    public TaskId first() {
        return ids.getFirst();
    }

    /** The other. */
    public TaskId second() {
        return ids.getLast();
    }

    /** A column of a task, as text. */
    public String column(TaskId task, String name) {
        return database.value("select " + name + " from workflow_tasks where id = ?", task.value());
    }

    /** A column of the execution, as text. */
    public String column(String name) {
        return database.value("select " + name + " from workflow_executions where id = ?", execution);
    }

    /** Ends what a test left, which others would find. */
    public void end() {
        database.change("update workflow_tasks set status = 'failed' where execution_id = ?", execution);
        database.change("update workflow_executions set status = 'failed' where id = ?", execution);
    }
}
