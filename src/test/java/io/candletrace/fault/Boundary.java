package io.candletrace.fault;

import java.util.function.Function;
import java.util.function.Supplier;

/** Between which steps of a task a process can end: each is a commit, or a request to the store or the model. */
enum Boundary {
    ACCEPTED(Replica::database, Trigger::committing, "insert into workflow_executions"),
    CLAIMED(Replica::database, Trigger::sending, "with locked_executions as ("),
    BEGUN(Replica::database, Trigger::committing, "attempts + 1"),
    UPLOADED(Replica::store, Trigger::sending, "PUT /"),
    CHART_RECORDED(Replica::database, Trigger::committing, "insert into charts"),
    BUDGET_RESERVED(Replica::database, Trigger::committing, "insert into budget_reservations"),
    MODEL_ASKED(Replica::model, Trigger::sending, "POST /v1/chat/completions"),
    CALL_RECORDED(Replica::database, Trigger::committing, "insert into llm_calls"),
    ANALYSIS_RECORDED(Replica::database, Trigger::committing, "insert into llm_analyses"),
    SIGNAL_RECORDED(Replica::database, Trigger::committing, "insert into trading_signals"),
    EXECUTION_ENDED(Replica::database, Trigger::committing, "update workflow_executions e set"),
    DEQUEUED(Replica::database, Trigger::sending, "delete from scheduled_tasks");

    private final Function<Replica, TcpProxy> place;
    private final Kind kind;
    private final String text;

    Boundary(Function<Replica, TcpProxy> place, Kind kind, String text) {
        this.place = place;
        this.kind = kind;
        this.text = text;
    }

    /** Makes the fault when the replica comes to this point for the next time. */
    Trigger arm(Replica replica, Supplier<Fault> fault) {
        var trigger = kind.trigger(text, fault);
        place.apply(replica).add(trigger);
        return trigger;
    }

    private interface Kind {
        Trigger trigger(String text, Supplier<Fault> fault);
    }
}
