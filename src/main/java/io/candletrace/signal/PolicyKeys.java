package io.candletrace.signal;

import java.util.List;

/** The keys of a strategy's {@code signal_policy}. */
final class PolicyKeys {
    static final String DECIDING_MODEL = "deciding_model";
    static final String PRIMARY = "primary_timeframe";
    static final String CONFIRMATIONS = "confirmations";
    static final String WITHOUT_CONFIRMATION = "without_confirmation";
    static final String VOTE = "vote";
    static final String VETOES = "vetoes";
    static final String MAX_FAILED_CLAIMS = "max_failed_claims";
    static final String WEAKEN_FAILED_CLAIMS = "weaken_failed_claims";
    static final String MIN_CONFIDENCE = "min_confidence";
    static final String OF = "of";
    static final String QUORUM = "quorum";
    static final String MODEL = "model";
    static final String TIMEFRAME = "timeframe";

    /** What one decider has and a vote has not. */
    static final List<String> OF_A_DECIDER = List.of(DECIDING_MODEL, PRIMARY, CONFIRMATIONS, WITHOUT_CONFIRMATION);

    static final List<String> ALL = List.of(
            DECIDING_MODEL,
            PRIMARY,
            CONFIRMATIONS,
            WITHOUT_CONFIRMATION,
            VOTE,
            VETOES,
            MAX_FAILED_CLAIMS,
            WEAKEN_FAILED_CLAIMS,
            MIN_CONFIDENCE);

    private PolicyKeys() {}
}
