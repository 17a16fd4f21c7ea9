package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Support and resistance: every support below and every resistance above the last close, and each not farther than 3 ATR(14) from
 * where the shown bars have been. A level is a price that the market has been at or is about to be at; beyond that it is not on
 * the chart.
 */
record LevelClaims(Ground ground) {
    private static final BigDecimal ATRS = new BigDecimal("3");

    List<Claim> of(Verdict verdict) {
        var claims = new ArrayList<Claim>();
        add(claims, "support_levels", verdict.supportLevels(), -1);
        add(claims, "resistance_levels", verdict.resistanceLevels(), 1);
        return claims;
    }

    private void add(List<Claim> claims, String name, List<BigDecimal> levels, int side) {
        for (var i = 0; i < levels.size(); i++) {
            var what = name + "[" + i + "]";
            claims.add(side(what, levels.get(i), side));
            claims.add(ground.near(what, levels.get(i), ATRS));
        }
    }

    private Claim side(String what, BigDecimal level, int side) {
        return new Claim(
                side < 0 ? Kind.SUPPORT_SIDE : Kind.RESISTANCE_SIDE,
                what,
                (side < 0 ? "below" : "above") + " the last close of " + Ground.plain(ground.close()),
                Ground.plain(level),
                Ground.result(level.compareTo(ground.close()) == side));
    }
}
