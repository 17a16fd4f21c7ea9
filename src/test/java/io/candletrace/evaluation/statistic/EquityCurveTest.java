package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.statistic.EquityCurve.Point;
import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Published figures: empyrical's tests, and issue 230 of quantstats. */
class EquityCurveTest {
    private static final int DAYS = 252;
    private static final Offset<Double> FOUR_DECIMALS = within(5e-5);
    private static final Offset<Double> TWELVE_DECIMALS = within(1e-12);
    private static final Offset<Double> ELEVEN_DECIMALS = within(1e-11);

    private static final EquityCurve MIXED = EquityCurve.of(perCent(1, 10, -4, 2, 3, 2, 1, -10), DAYS);
    private static final EquityCurve NEGATIVE = EquityCurve.of(perCent(0, -6, -7, -1, -9, -2, -6, -8, -5), DAYS);

    @Test
    void agreesWithEmpyrical_onMixedReturns() {
        assertThat(MIXED.sharpe().orElseThrow()).isCloseTo(1.7238613961706866, TWELVE_DECIMALS);
        assertThat(MIXED.sortino().orElseThrow()).isCloseTo(2.605531251673693, TWELVE_DECIMALS);
        assertThat(MIXED.maximumDrawdown().orElseThrow()).isCloseTo(-0.10, TWELVE_DECIMALS);
        assertThat(MIXED.annualVolatility().orElseThrow()).isCloseTo(0.9136465399704637, TWELVE_DECIMALS);
    }

    /** Its series begins with a NaN that compounds nothing and yet counts as a period: here a zero. */
    @Test
    void agreesWithEmpyrical_onACompoundedReturn_whenAPeriodThatEarnedNothingLeads() {
        var led = EquityCurve.of(perCent(0, 1, 10, -4, 2, 3, 2, 1, -10), DAYS);

        assertThat(led.annualReturn().orElseThrow()).isCloseTo(1.913592537319423, TWELVE_DECIMALS);
        assertThat(led.calmar().orElseThrow()).isCloseTo(19.135925373194233, ELEVEN_DECIMALS);
    }

    @Test
    void agreesWithEmpyrical_onNegativeReturns() {
        assertThat(NEGATIVE.maximumDrawdown().orElseThrow()).isCloseTo(-0.365907303498736, TWELVE_DECIMALS);
        assertThat(NEGATIVE.sharpe().orElseThrow()).isCloseTo(-24.406808633910085, TWELVE_DECIMALS);
        assertThat(NEGATIVE.sortino().orElseThrow()).isCloseTo(-13.532743075043401, TWELVE_DECIMALS);
    }

    @Test
    void canHaveAPositiveSharpe_andLoseAllTheSame() {
        var curve = EquityCurve.of(new double[] {.5, -.4, .5, -.4}, 1);

        assertThat(curve.sharpe().orElseThrow()).isCloseTo(0.0962, FOUR_DECIMALS);
        assertThat(curve.annualReturn().orElseThrow()).isNegative();
    }

    @Test
    void takesTheRiskFreeReturnOff() {
        var curve = EquityCurve.of(new double[] {.01, .03}, 1);

        assertThat(curve.sharpe(.02).orElseThrow()).isCloseTo(0, TWELVE_DECIMALS);
        assertThat(curve.sortino(.02).orElseThrow()).isCloseTo(0, TWELVE_DECIMALS);
    }

    @Test
    void tellsEachDrawdown_theStartIncluded() {
        var curve = EquityCurve.of(new double[] {-.5, 1, 1, -.25}, DAYS);

        assertThat(curve.points())
                .containsExactly(new Point(.5, -.5), new Point(1, 0), new Point(2, 0), new Point(1.5, -.25));
    }

    @Test
    void staysAtNothing_onceAllIsLost() {
        var curve = EquityCurve.of(new double[] {.1, -1.7, .5}, DAYS);

        assertThat(curve.points().getLast()).isEqualTo(new Point(0, -1));
        assertThat(curve.annualReturn()).hasValue(-1);
    }

    @Test
    void saysNothing_ofNone() {
        var none = EquityCurve.of(new double[0], DAYS);

        assertThat(none.points()).isEmpty();
        assertThat(none.sharpe()).isEmpty();
        assertThat(none.sortino()).isEmpty();
        assertThat(none.maximumDrawdown()).isEmpty();
        assertThat(none.annualReturn()).isEmpty();
        assertThat(none.calmar()).isEmpty();
        assertThat(none.annualVolatility()).isEmpty();
    }

    @Test
    void hasNoRatio_whenNothingVaries_andNothingFell() {
        var flat = EquityCurve.of(perCent(1, 1, 1), DAYS);

        assertThat(flat.sharpe()).isEmpty();
        assertThat(flat.sortino()).isEmpty();
        assertThat(flat.calmar()).isEmpty();
        assertThat(flat.annualVolatility()).isEmpty();
    }

    private static double[] perCent(double... values) {
        return Arrays.stream(values).map(value -> value / 100).toArray();
    }
}
