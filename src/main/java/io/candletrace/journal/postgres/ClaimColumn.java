package io.candletrace.journal.postgres;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A claim as an element of {@code llm_analyses.claims}: {@code pass} is null where nothing can tell. */
final class ClaimColumn {
    private static final String KIND = "kind";
    private static final String WHAT = "what";
    private static final String EXPECTED = "expected";
    private static final String FOUND = "found";
    private static final String PASS = "pass";

    private ClaimColumn() {}

    static Map<String, Object> write(Claim claim) {
        var map = new LinkedHashMap<String, Object>();
        map.put(KIND, claim.kind().name().toLowerCase(Locale.ROOT));
        map.put(WHAT, claim.what());
        map.put(EXPECTED, claim.expected());
        map.put(FOUND, claim.found());
        switch (claim.result()) {
            case PASSED -> map.put(PASS, true);
            case FAILED -> map.put(PASS, false);
            case UNVERIFIED -> map.put(PASS, null);
        }
        return map;
    }

    static Claim read(Map<String, Object> map) {
        return new Claim(
                Kind.valueOf(String.valueOf(map.get(KIND)).toUpperCase(Locale.ROOT)),
                String.valueOf(map.get(WHAT)),
                String.valueOf(map.get(EXPECTED)),
                String.valueOf(map.get(FOUND)),
                map.get(PASS) instanceof Boolean passed ? (passed ? Result.PASSED : Result.FAILED) : Result.UNVERIFIED);
    }
}
