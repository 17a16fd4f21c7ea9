package io.candletrace.signal;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Verdict;
import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.Recorded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What the failed claims of a verdict do to it. Claims that nothing can tell do nothing. */
final class Scrutiny {
    private static final int DECIMALS = 4;

    private final ClaimLimits limits;
    private final Verdict verdict;
    private final List<Claim> claims;

    private Scrutiny(ClaimLimits limits, Verdict verdict, List<Claim> claims) {
        this.limits = limits;
        this.verdict = verdict;
        this.claims = claims;
    }

    /** Of a completed analysis; empty for others. */
    static Optional<Scrutiny> of(ClaimLimits limits, Opinion opinion) {
        return opinion.analysis()
                .map(Recorded<AnalysisId, Analysis>::value)
                .flatMap(analysis ->
                        analysis.verdict().map(verdict -> new Scrutiny(limits, verdict, analysis.claims())));
    }

    /** Why nobody should act on it, in words that follow {@code its} or {@code as}; empty when nothing forbids it. */
    Optional<String> objection() {
        return contradiction()
                .or(() -> failed() > limits.most()
                        ? Optional.of(counted() + ", " + limits.most() + " allowed")
                        : Optional.empty());
    }

    /** What its confidence counts for, 0 to 1; 0 when it has none. */
    BigDecimal confidence() {
        var stated = verdict.confidence().orElse(BigDecimal.ZERO);
        return weakens()
                ? stated.multiply(BigDecimal.valueOf(passed()))
                        .divide(BigDecimal.valueOf(passed() + failed()), DECIMALS, RoundingMode.HALF_UP)
                : stated;
    }

    /** What failed claims do to its confidence, in words; empty when they do nothing. */
    Optional<String> weakening() {
        return weakens() && verdict.confidence().isPresent()
                ? Optional.of(counted() + ", so its confidence counts as " + plain(confidence()))
                : Optional.empty();
    }

    static String plain(BigDecimal confidence) {
        return confidence.signum() == 0 ? "0" : confidence.stripTrailingZeros().toPlainString();
    }

    private Optional<String> contradiction() {
        return claims.stream()
                .filter(claim -> claim.kind().contradiction() && claim.result() == Result.FAILED)
                .findFirst()
                .map(claim -> "its " + claim.what() + " is on the wrong side, expected " + claim.expected() + ", found "
                        + claim.found());
    }

    private boolean weakens() {
        return failed() > limits.unweakened();
    }

    private String counted() {
        return failed() + " of its " + (passed() + failed()) + " checked claims failed";
    }

    private long failed() {
        return count(Result.FAILED);
    }

    private long passed() {
        return count(Result.PASSED);
    }

    private long count(Result result) {
        return claims.stream().filter(claim -> claim.result() == result).count();
    }
}
