package io.candletrace.failure;

/** Why something failed that somebody can act on. The list is closed: a new situation is a new reason, not a new class. */
public enum FailureReason {
    /** The request's syntax is wrong: JSON, a parameter, a cursor, a symbol. A retry does not help. */
    INVALID_REQUEST(false),
    /** What a path names does not exist. A retry does not help. */
    NOT_FOUND(false),
    /** The thing is in a state that forbids this. A retry helps once the state has changed. */
    CONFLICT(false),
    /** Well-formed, but impossible: an unknown strategy, indicator or model, a bad cron or period. No retry helps. */
    IMPOSSIBLE_REQUEST(false),
    /** The feed has no such symbol. A retry helps once its bars have been supplied. */
    UNKNOWN_SYMBOL(false),
    /** The symbol means several contracts. No retry helps until the strategy names one of them. */
    SYMBOL_AMBIGUOUS(false),
    /** The feed's bars are malformed or contradict themselves. A retry helps once they have been mended. */
    BARS_INVALID(false),
    /** The bar that should be the last one by now is not there. A retry helps once it is. */
    BAR_NOT_AVAILABLE(true),
    /** A split lies inside the bars and nothing corrects it. No retry helps until the strategy adjusts or accepts it. */
    UNADJUSTED_SPLIT(false),
    /** The session with the feed is dead, or somebody else's. A retry helps once the login is back. */
    FEED_SESSION_LOST(true),
    /** The source's terms do not allow its bars to be passed on. A retry does not help. */
    NOT_REDISTRIBUTABLE(false),
    /** The feed cannot be read at all. A retry helps. */
    FEED_UNAVAILABLE(true),
    /** The chart cannot be drawn from these bars. A retry does not help. */
    CHART_NOT_DRAWABLE(false),
    /** The object store does not answer or refuses. A retry helps. */
    STORE_UNAVAILABLE(true),
    /** A stored object is missing or its bytes do not hash to its name. A retry does not help. */
    OBJECT_DAMAGED(false),
    /** The model's endpoint does not answer, or not in time. A retry helps. */
    MODEL_UNAVAILABLE(true),
    /** The model's endpoint refuses the request as such: credentials, unknown model. A retry does not help. */
    MODEL_REFUSED_REQUEST(false),
    /** As many watch executions as this replica lets. A retry helps later, or elsewhere. */
    TOO_MANY_STREAMS(true),
    /** A budget of tokens or money does not allow the call. A retry helps when the budget does, tomorrow perhaps. */
    BUDGET_EXCEEDED(false),
    /** Money is budgeted, and what the call costs is not known. A retry helps once the model has a price. */
    PRICE_UNKNOWN(false),
    /** The deciding analysis gave no verdict, so there is no signal. A user's retry asks again. */
    ANSWER_UNUSABLE(false),
    /** Another attempt owns the task now; nothing was written. A retry does not help. */
    STALE_ATTEMPT(false),
    /** The process that worked on the task went away, as often as is put up with. A user's retry tries again. */
    OWNER_LOST(false),
    /** More tasks wait than is put up with. A retry helps once some of them are done. */
    BACKLOG_FULL(true),
    /** The execution was cancelled while its task ran. A retry does not help. */
    CANCELLED(false),
    /** The kill switch is engaged, so nothing is begun. A retry helps once it is released. */
    CLAIMING_STOPPED(true),
    /** The database does not answer. A retry helps. */
    DATABASE_UNAVAILABLE(true),
    /** The configuration contradicts itself or lacks something. A retry does not help. */
    MISCONFIGURED(false),
    /** A defect of ours. Never raised on purpose; it names what was not foreseen. */
    INTERNAL(false);

    private final boolean retryHelps;

    FailureReason(boolean retryHelps) {
        this.retryHelps = retryHelps;
    }

    /** Whether trying the same again, unchanged and soon, can succeed. */
    public boolean retryHelps() {
        return retryHelps;
    }
}
