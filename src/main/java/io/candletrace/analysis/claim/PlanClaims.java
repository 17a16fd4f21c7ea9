package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Entry, stop, targets and reward over risk of a BUY or SELL; a HOLD plans nothing. Where there is no entry range, the last close is
 * the entry.
 *
 * <ul>
 *   <li>The whole entry range lies within 2 ATR(14) of the last close.
 *   <li>The stop lies beyond the entry range on the losing side, every target on the winning side.
 *   <li>Neither lies farther than 10 ATR(14) from where the shown bars have been. That is more than levels get, because a target
 *       may be where the market has never been.
 *   <li>The stated multiple is what the nearest target wins over what the stop loses, both from the worst edge of the entry range,
 *       give or take 0.05 or 2 %, whichever is more.
 * </ul>
 */
final class PlanClaims {
    private static final BigDecimal ENTRY_ATRS = new BigDecimal("2");
    private static final BigDecimal FAR_ATRS = new BigDecimal("10");
    private static final BigDecimal R_TOLERANCE = new BigDecimal("0.05");
    private static final BigDecimal R_SHARE = new BigDecimal("0.02");
    private static final int R_DECIMALS = 4;

    private final Ground ground;
    private final Verdict verdict;
    private final PriceRange entry;

    PlanClaims(Ground ground, Verdict verdict) {
        this.ground = ground;
        this.verdict = verdict;
        this.entry = verdict.entry().orElseGet(() -> new PriceRange(ground.close(), ground.close()));
    }

    List<Claim> all() {
        if (verdict.recommendation() == Recommendation.HOLD) {
            return List.of();
        }
        var claims = new ArrayList<Claim>();
        verdict.entry()
                .map(range -> ground.nearTheClose("entry_low, entry_high", range.low(), range.high(), ENTRY_ATRS))
                .ifPresent(claims::add);
        verdict.stopLoss().ifPresent(stop -> {
            claims.add(beyond(Kind.STOP_SIDE, "stop_loss", stop));
            claims.add(ground.near("stop_loss", stop, FAR_ATRS));
        });
        for (var i = 0; i < verdict.targets().size(); i++) {
            claims.add(beyond(
                    Kind.TARGET_SIDE, "targets[" + i + "]", verdict.targets().get(i)));
            claims.add(ground.near("targets[" + i + "]", verdict.targets().get(i), FAR_ATRS));
        }
        verdict.rMultiple().map(this::multiple).ifPresent(claims::add);
        return claims;
    }

    private Claim beyond(Kind kind, String what, BigDecimal price) {
        var above = buys() == (kind == Kind.TARGET_SIDE);
        var edge = above ? entry.high() : entry.low();
        return new Claim(
                kind,
                what,
                (above ? "above " : "below ") + Ground.plain(edge) + ", " + (above ? "the upper" : "the lower")
                        + " edge of the entry, for " + verdict.recommendation(),
                Ground.plain(price),
                Ground.result(above ? price.compareTo(edge) > 0 : price.compareTo(edge) < 0));
    }

    private Claim multiple(BigDecimal stated) {
        return computed()
                .map(multiple -> new Claim(
                        Kind.R_MULTIPLE,
                        "r_multiple",
                        Ground.plain(multiple),
                        Ground.plain(stated),
                        Ground.result(agree(stated, multiple))))
                .orElseGet(() -> new Claim(
                        Kind.R_MULTIPLE,
                        "r_multiple",
                        "cannot be told without a stop and a target on their sides of the entry",
                        Ground.plain(stated),
                        Result.UNVERIFIED));
    }

    /** Of the nearest target; empty when there is nothing to win or nothing to lose. */
    private Optional<BigDecimal> computed() {
        var reward = nearestTarget().map(this::gain).filter(gain -> gain.signum() > 0);
        var risk = verdict.stopLoss().map(this::gain).map(BigDecimal::negate).filter(loss -> loss.signum() > 0);
        return reward.flatMap(won -> risk.map(lost -> won.divide(lost, R_DECIMALS, RoundingMode.HALF_EVEN)));
    }

    private Optional<BigDecimal> nearestTarget() {
        return verdict.targets().stream().min((one, other) -> gain(one).compareTo(gain(other)));
    }

    private static boolean agree(BigDecimal stated, BigDecimal computed) {
        var tolerance = Stream.of(R_TOLERANCE, computed.abs().multiply(R_SHARE))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        return stated.subtract(computed).abs().compareTo(tolerance) <= 0;
    }

    /** What is won, from the worst edge of the entry range, when the price gets there. */
    private BigDecimal gain(BigDecimal price) {
        return buys() ? price.subtract(entry.high()) : entry.low().subtract(price);
    }

    private boolean buys() {
        return verdict.recommendation() == Recommendation.BUY;
    }
}
