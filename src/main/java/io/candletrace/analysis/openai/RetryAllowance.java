package io.candletrace.analysis.openai;

/**
 * How many retries an endpoint may still be sent: a share of the first calls, so that an endpoint in trouble is not sent a
 * multiple of its load, and a few that are always allowed, so that a quiet one gets any. Counted by each replica.
 */
final class RetryAllowance {
    private static final double ALWAYS = 10;

    private final double share;
    private double left = ALWAYS;

    RetryAllowance(double share) {
        this.share = share;
    }

    /** A first call earns its share. */
    synchronized void earn() {
        left = Math.min(ALWAYS, left + share);
    }

    /** Takes a retry, when there is one. */
    synchronized boolean take() {
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
