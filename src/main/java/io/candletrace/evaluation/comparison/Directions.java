package io.candletrace.evaluation.comparison;

import io.candletrace.evaluation.statistic.McNemar;
import io.candletrace.evaluation.statistic.PairedBootstrap;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Who was right where both have a direction.
 *
 * @param n how many pairs these are
 * @param bothRight how often both were
 * @param onlyA how often only one was
 * @param onlyB how often only the other was
 * @param neither how often none was
 * @param a how often one was, and how sure that is
 * @param b the same of the other
 * @param difference of the two rates, by days
 * @param mcNemar how likely {@code onlyA} and {@code onlyB} are at least as far apart by chance, as if all were independent; absent
 *     when both are 0, and when there are too few
 */
public record Directions(
        int n,
        int bothRight,
        int onlyA,
        int onlyB,
        int neither,
        HitRate a,
        HitRate b,
        Optional<PairedBootstrap> difference,
        OptionalDouble mcNemar) {

    static Directions of(Pairs pairs) {
        var directed = pairs.where(Pair::directed);
        var a = directed.marks(Pair::rightA);
        var b = directed.marks(Pair::rightB);
        var test = McNemar.of(a, b);
        return new Directions(
                directed.size(),
                directed.count(pair -> pair.rightA() && pair.rightB()),
                test.firstOnly(),
                test.secondOnly(),
                directed.count(pair -> !pair.rightA() && !pair.rightB()),
                HitRate.of(a, directed.days()),
                HitRate.of(b, directed.days()),
                directed.sufficient()
                        ? directed.difference(pair -> pair.rightA() ? 1 : 0, pair -> pair.rightB() ? 1 : 0)
                        : Optional.empty(),
                directed.sufficient() ? test.pValue() : OptionalDouble.empty());
    }
}
