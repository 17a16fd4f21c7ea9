package io.candletrace.page;

import java.util.Map;

/**
 * A claim of an analysis.
 *
 * @param what the statement
 * @param expected what the series says
 * @param found what the answer says
 * @param result {@code passed failed unverified}
 */
public record ClaimRow(String what, String expected, String found, String result) {
    static final String PASSED = "passed";
    static final String FAILED = "failed";
    static final String UNVERIFIED = "unverified";

    static ClaimRow of(Map<String, Object> claim) {
        return new ClaimRow(text(claim, "what"), text(claim, "expected"), text(claim, "found"), result(claim));
    }

    private static String result(Map<String, Object> claim) {
        if (claim.get("pass") instanceof Boolean pass) {
            return pass ? PASSED : FAILED;
        }
        return UNVERIFIED;
    }

    private static String text(Map<String, Object> claim, String key) {
        return claim.getOrDefault(key, "").toString();
    }
}
