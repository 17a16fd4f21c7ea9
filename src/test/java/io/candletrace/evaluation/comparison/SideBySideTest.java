package io.candletrace.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.comparison.Pair.Said;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Filter;
import io.candletrace.evaluation.scorecard.ScorecardQuery.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final double EXACT = 1e-12;
    private static final double UP = 0.02;
    private static final Said BUY = new Said(1, 0.8);
    private static final Said SELL = new Said(-1, 0.6);
    private static final Said HOLD = new Said(0, Double.NaN);
    private static final Effort EFFORT =
            new Effort(40, 0, Optional.of(BigDecimal.TEN), 40, Optional.of(BigDecimal.TEN), 5, 9);

    /** All rise: 12 both see, 10 only a, 3 only b, 15 nobody; two a day. */
    private static List<Pair> pairs() {
        return days(Stream.of(times(12, BUY, BUY), times(10, BUY, SELL), times(3, SELL, BUY), times(15, SELL, SELL))
                .flatMap(said -> said)
                .toList());
    }

    @Test
    void countsWhoWasRight() {
        var directions = compared(pairs()).directions();

        assertThat(directions)
                .extracting(
                        Directions::n, Directions::bothRight, Directions::onlyA, Directions::onlyB, Directions::neither)
                .containsExactly(40, 12, 10, 3, 15);
        assertThat(directions.a().rate()).hasValue(22.0 / 40);
        assertThat(directions.b().rate()).hasValue(15.0 / 40);
        // SciPy: binomtest(10, 13).
        assertThat(directions.mcNemar().orElseThrow()).isCloseTo(0.09228515625, within(EXACT));
        assertThat(directions.difference().orElseThrow().difference()).isCloseTo(7.0 / 40, within(EXACT));
    }

    @Test
    void widensIntervals_whenADaysPairsGoTogether() {
        var rate = compared(onDays(pairs(), 8)).directions().a();

        assertThat(rate.clustered().orElseThrow().width())
                .isGreaterThan(1.5 * rate.wilson().orElseThrow().width());
    }

    @Test
    void countsWhatOneSaid_byWhatTheOtherDid() {
        var said = new ArrayList<>(pairs());
        said.addAll(days(times(5, HOLD, BUY).toList()));
        said.addAll(days(times(15, HOLD, HOLD).toList()));

        var agreement = compared(said).agreement();

        assertThat(agreement.counts()).containsExactly(List.of(12, 10, 0), List.of(3, 15, 0), List.of(5, 0, 15));
        assertThat(agreement.share()).hasValue((12 + 15 + 15) / 60.0);
    }

    @Test
    void earnsNothing_withHold() {
        var said = new ArrayList<>(pairs());
        said.addAll(days(times(40, BUY, HOLD).toList()));

        var compared = compared(said);

        // Of 80, a is right 62 times and wrong 18 times; b 15 and 25 times, and holds 40 times.
        assertThat(compared.gains().a().orElseThrow()).isCloseTo(UP * (62 - 18) / 80, within(EXACT));
        assertThat(compared.gains().b().orElseThrow()).isCloseTo(UP * (15 - 25) / 80, within(EXACT));
        assertThat(compared.gains().difference().orElseThrow().difference())
                .isCloseTo(UP * (44 + 10) / 80, within(EXACT));
        assertThat(compared.directions()).isEqualTo(compared(pairs()).directions());
        assertThat(compared.hitsA()).isEqualTo(62);
        assertThat(compared.hitsB()).isEqualTo(15);
    }

    @Test
    void missesWhatEndsWhereItBegan() {
        var compared = compared(pairs().stream().map(pair -> returning(pair, 0)).toList());

        assertThat(compared.directions().neither()).isEqualTo(40);
        assertThat(compared.gains().a()).hasValue(0);
    }

    @Test
    void comparesProbabilities_whereBothStateOne() {
        var brier = compared(pairs()).brier().orElseThrow();

        // BUY states 0.8 and is right, SELL states 0.6 and is wrong: (0.2)² and (0.6)².
        assertThat(brier.n()).isEqualTo(40);
        assertThat(brier.a().orElseThrow()).isCloseTo((22 * 0.04 + 18 * 0.36) / 40, within(EXACT));
        assertThat(brier.b().orElseThrow()).isCloseTo((15 * 0.04 + 25 * 0.36) / 40, within(EXACT));
        assertThat(brier.difference().orElseThrow().difference()).isCloseTo(-7 * 0.32 / 40, within(EXACT));
    }

    @Test
    void comparesNoProbabilities_whenOneStatesNone() {
        var scored = pairs().stream()
                .map(pair -> new Pair(
                        pair.day(), pair.change(), pair.a(), new Said(pair.b().direction(), Double.NaN)))
                .toList();

        assertThat(compared(scored).brier()).isEmpty();
    }

    @Test
    void negatesDifferences_whenTheSidesAreSwapped() {
        var compared = compared(pairs());
        var swapped = compared(pairs().stream().map(SideBySideTest::swapped).toList());

        var difference = compared.gains().difference().orElseThrow();
        var negated = swapped.gains().difference().orElseThrow();
        assertThat(difference.difference()).isPositive().isCloseTo(-negated.difference(), within(EXACT));
        assertThat(difference.interval().low()).isCloseTo(-negated.interval().high(), within(EXACT));
        assertThat(difference.interval().high()).isCloseTo(-negated.interval().low(), within(EXACT));
        assertThat(difference.pValue()).isEqualTo(negated.pValue());
        assertThat(swapped.directions().onlyA()).isEqualTo(compared.directions().onlyB());
        assertThat(swapped.directions().mcNemar())
                .isEqualTo(compared.directions().mcNemar());
        assertThat(swapped.directions().a()).isEqualTo(compared.directions().b());
    }

    @Test
    void findsNoDifference_betweenTheSame() {
        var compared = compared(pairs().stream()
                .map(pair -> new Pair(pair.day(), pair.change(), pair.a(), pair.a()))
                .toList());

        assertThat(compared.agreement().share()).hasValue(1);
        assertThat(List.of(
                        compared.directions().difference().orElseThrow(),
                        compared.gains().difference().orElseThrow(),
                        compared.brier().orElseThrow().difference().orElseThrow()))
                .allSatisfy(none -> {
                    assertThat(none.difference()).isZero();
                    assertThat(none.interval().width()).isZero();
                    assertThat(none.pValue()).isEqualTo(1);
                });
        assertThat(compared.directions().mcNemar()).as("nothing to judge by").isEmpty();
    }

    @Test
    void isTheSame_inAnyOrder() {
        var uneven = IntStream.range(0, 200)
                .mapToObj(i -> new Pair(i / 7, Math.sin(i) / 30, i % 3 == 0 ? SELL : BUY, i % 5 == 0 ? HOLD : BUY))
                .toList();
        var shuffled = new ArrayList<>(uneven);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(compared(shuffled)).isEqualTo(compared(uneven));
    }

    @Test
    void onlyCounts_belowThirty() {
        var few = compared(pairs().subList(0, 29));

        assertThat(few.sufficient()).isFalse();
        assertThat(few.pairs()).isEqualTo(29);
        assertThat(few.days()).isEqualTo(15);
        assertThat(few.directions().onlyA()).isEqualTo(10);
        assertThat(few.directions().a().rate()).isEmpty();
        assertThat(few.directions().a().clustered()).isEmpty();
        assertThat(few.directions().mcNemar()).isEmpty();
        assertThat(few.agreement().share()).isEmpty();
        assertThat(few.gains())
                .isEqualTo(new Gains(few.agreement().share(), few.agreement().share(), Optional.empty()));
        assertThat(few.brier()).isEmpty();
        assertThat(compared(pairs().subList(0, 30)).sufficient()).isTrue();
    }

    @Test
    void isDefined_ofNothing() {
        var nothing = compared(List.of());

        assertThat(nothing.days()).isZero();
        assertThat(nothing.sufficient()).isFalse();
    }

    private static Stream<Pair> times(int count, Said a, Said b) {
        return Stream.generate(() -> new Pair(0, UP, a, b)).limit(count);
    }

    /** Two a day. */
    private static List<Pair> days(List<Pair> pairs) {
        return onDays(pairs, 2);
    }

    private static List<Pair> onDays(List<Pair> pairs, int aDay) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> new Pair(
                        i / aDay,
                        pairs.get(i).change(),
                        pairs.get(i).a(),
                        pairs.get(i).b()))
                .toList();
    }

    private static Pair returning(Pair pair, double change) {
        return new Pair(pair.day(), change, pair.a(), pair.b());
    }

    private static Pair swapped(Pair pair) {
        return new Pair(pair.day(), pair.change(), pair.b(), pair.a());
    }

    private static SideBySide compared(List<Pair> pairs) {
        var query = new ComparisonQuery(
                Subject.ANALYSES, 5, new Side(Side.Kind.MODEL, "calm"), new Side(Side.Kind.MODEL, "other"), Filter.ALL);
        return SideBySide.of(query, new Pairing(pairs, new LeftOut(0, 0, 0, 0, 0, 0), EFFORT, EFFORT));
    }
}
