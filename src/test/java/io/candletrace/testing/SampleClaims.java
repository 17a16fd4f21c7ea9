package io.candletrace.testing;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Claims of any result. */
public final class SampleClaims {
    private SampleClaims() {}

    /** So many claims that passed and so many that failed, none of which contradicts the recommendation, and one that nobody can tell. */
    public static List<Claim> of(int passed, int failed) {
        var claims = new ArrayList<Claim>();
        claims.addAll(Collections.nCopies(passed, claim(Kind.READING, Result.PASSED)));
        claims.addAll(Collections.nCopies(failed, claim(Kind.READING, Result.FAILED)));
        claims.add(claim(Kind.PATTERN, Result.UNVERIFIED));
        return claims;
    }

    /** A claim of this kind and result. */
    public static Claim claim(Kind kind, Result result) {
        return new Claim(kind, kind.name().toLowerCase(Locale.ROOT), "this", "that", result);
    }

    /** The same analysis with these claims. */
    public static Recorded<AnalysisId, Analysis> claiming(Recorded<AnalysisId, Analysis> analysis, List<Claim> claims) {
        return new Recorded<>(analysis.id(), analysis.value().withClaims(claims));
    }
}
