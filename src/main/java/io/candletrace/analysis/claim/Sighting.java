package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim.Result;

/**
 * What became of looking for a pattern.
 *
 * @param result whether it is there
 * @param seen what is there, in words and numbers
 */
record Sighting(Result result, String seen) {
    static Sighting of(boolean there, String seen) {
        return new Sighting(Ground.result(there), seen);
    }

    static Sighting untold(String why) {
        return new Sighting(Result.UNVERIFIED, why);
    }

    /** Both together: what fails fails both, and only what both show is shown. */
    Sighting and(Sighting other) {
        var result = this.result == Result.FAILED || other.result == Result.FAILED
                ? Result.FAILED
                : this.result == Result.PASSED ? other.result : this.result;
        return new Sighting(result, seen + "; " + other.seen);
    }
}
