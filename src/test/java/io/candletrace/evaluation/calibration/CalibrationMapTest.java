package io.candletrace.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.calibration.CalibrationMap.Knot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationMapTest {
    private static final int LEAST = 200;
    private static final double EXACT = 1e-12;

    private final List<Row> rows = new ArrayList<>();

    @Test
    void leavesAlone_whatIsCalibrated() {
        state(.6, 100, 60);
        state(.75, 100, 75);
        state(.9, 100, 90);

        assertThat(fitted().map().apply(new double[] {.6, .75, .9})).containsExactly(.6, .75, .9);
    }

    @Test
    void lowersWhatIsOverstated() {
        state(.6, 100, 55);
        state(.9, 100, 60);

        var fit = fitted();

        assertThat(fit.map().knots())
                .containsExactly(knot("0.6000", "0.5500", 100, 55), knot("0.9000", "0.6000", 100, 60));
        // 0.9 that happens 6 times of 10: 0.6 * 0.01 + 0.4 * 0.81 as stated, 0.24 as calibrated.
        assertThat(fit.inSample().stated().orElseThrow()).isCloseTo((.55 * .16 + .45 * .36 + .33) / 2, within(EXACT));
        assertThat(fit.inSample().calibrated().orElseThrow()).isCloseTo((.2475 + .24) / 2, within(EXACT));
    }

    @Test
    void pools_whatFalls() {
        state(.6, 100, 70);
        state(.9, 200, 110);

        assertThat(fitted().map().knots()).containsExactly(knot("0.6000", "0.6000", 300, 180));
    }

    @Test
    void restsNoStep_onAFew() {
        state(.6, 180, 90);
        state(.7, 20, 14);
        state(.8, 15, 11);
        state(.95, 5, 5);

        assertThat(fitted().map().knots())
                .containsExactly(knot("0.6000", "0.5000", 180, 90), knot("0.7000", "0.7500", 40, 30));
    }

    @Test
    void holdsBelowTheFirstStep_betweenTwo_andAboveTheLast() {
        state(.6, 100, 50);
        state(.8, 100, 70);

        assertThat(fitted().map().apply(new double[] {0, .59, .79, .8, 1})).containsExactly(.5, .5, .5, .7, .7);
    }

    @Test
    void isOneStep_whenAllConfidencesAreEqual() {
        state(.62, 200, 111);

        assertThat(fitted().map().knots()).containsExactly(knot("0.6200", "0.5550", 200, 111));
    }

    @Test
    void isOneStep_whenAllCameTrue_orNoneDid() {
        state(.6, 100, 100);
        state(.9, 100, 100);
        assertThat(fitted().map().knots()).containsExactly(knot("0.6000", "1.0000", 200, 200));

        rows.clear();
        state(.6, 100, 0);
        state(.9, 100, 0);
        assertThat(fitted().map().knots()).containsExactly(knot("0.6000", "0.0000", 200, 0));
    }

    @Test
    void isNone_ofFewerThanTheLeast() {
        state(.6, LEAST - 1, 100);
        assertThat(CalibrationFit.of(outcomes(), Optional.empty(), LEAST)).isEmpty();

        rows.clear();
        assertThat(CalibrationFit.of(outcomes(), Optional.empty(), 0)).isEmpty();
    }

    @Test
    void isTheSame_inAnyOrder() {
        state(.6, 70, 40);
        state(.65, 70, 35);
        state(.9, 70, 60);
        var ordered = fitted();

        Collections.shuffle(rows, new Random(7));

        assertThat(fitted().map()).isEqualTo(ordered.map());
    }

    @Test
    void holdsTheVersionBefore_againstWhatItDidNotKnow() {
        state(.9, 200, 100);
        var before = fitted();
        rows.replaceAll(row -> new Row(row.stated, row.hit, false));
        state(.9, 20, 14);

        var after =
                CalibrationFit.of(outcomes(), Optional.of(before.map()), LEAST).orElseThrow();

        assertThat(before.outOfSample()).isEmpty();
        var score = after.outOfSample().orElseThrow();
        assertThat(score.n()).isEqualTo(20);
        assertThat(score.stated().orElseThrow()).isCloseTo(.7 * .01 + .3 * .81, within(EXACT));
        assertThat(score.calibrated().orElseThrow()).isCloseTo(.25, within(EXACT));
    }

    @Test
    void saysNothingOutOfSample_whenNothingIsNew() {
        state(.9, 200, 100);
        var before = fitted();
        rows.replaceAll(row -> new Row(row.stated, row.hit, false));

        var score = CalibrationFit.of(outcomes(), Optional.of(before.map()), LEAST)
                .flatMap(CalibrationFit::outOfSample)
                .orElseThrow();

        assertThat(score.n()).isZero();
        assertThat(score.stated()).isEmpty();
        assertThat(score.calibrated()).isEmpty();
    }

    @Test
    void refusesStepsThatFall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalibrationMap(List.of(knot("0.6", "0.7", 30, 21), knot("0.7", "0.5", 30, 15))));
    }

    private void state(double confidence, int n, int hits) {
        for (var i = 0; i < n; i++) {
            rows.add(new Row(confidence, i < hits, true));
        }
    }

    private CalibrationFit fitted() {
        return CalibrationFit.of(outcomes(), Optional.empty(), LEAST).orElseThrow();
    }

    private StatedOutcomes outcomes() {
        var hit = new boolean[rows.size()];
        var fresh = new boolean[rows.size()];
        for (var i = 0; i < hit.length; i++) {
            hit[i] = rows.get(i).hit;
            fresh[i] = rows.get(i).fresh;
        }
        return new StatedOutcomes(rows.stream().mapToDouble(Row::stated).toArray(), hit, fresh);
    }

    private static Knot knot(String stated, String calibrated, int n, int hits) {
        return new Knot(new BigDecimal(stated), new BigDecimal(calibrated), n, hits);
    }

    private record Row(double stated, boolean hit, boolean fresh) {}
}
