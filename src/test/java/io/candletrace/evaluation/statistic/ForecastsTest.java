package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.candletrace.evaluation.statistic.ReliabilityTable.Bin;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForecastsTest {
    private static final Offset<Double> FOUR_DECIMALS = within(5e-5);
    private static final Offset<Double> SIX_DECIMALS = within(5e-7);
    private static final Offset<Double> TWELVE_DECIMALS = within(1e-12);

    /** Ten forecasts whose figures were worked out by hand. */
    private static final Forecasts WORKED =
            Forecasts.of(new double[] {.9, .8, .75, .7, .65, .6, .6, .55, .85, .7}, hits(1, 0, 1, 1, 0, 1, 0, 1, 1, 0));

    /** The example of scikit-learn's brier_score_loss. */
    @Test
    void scoresByBrier() {
        var forecasts = Forecasts.of(new double[] {.1, .9, .8, .3}, hits(0, 1, 1, 0));

        assertThat(forecasts.brier().orElseThrow()).isCloseTo(0.0375, TWELVE_DECIMALS);
    }

    /** The example of torchmetrics' BinaryCalibrationError. */
    @Test
    void measuresCalibration() {
        // When
        var table = Forecasts.of(new double[] {.25, .25, .55, .75, .75}, hits(0, 0, 1, 1, 1))
                .byWidth(2);

        // Then
        assertThat(table.expectedError().orElseThrow()).isCloseTo(0.2900, FOUR_DECIMALS);
        assertThat(table.maximumError().orElseThrow()).isCloseTo(0.3167, FOUR_DECIMALS);
    }

    @Test
    void agreesWithTheWorkedExample() {
        assertThat(WORKED.hits().rate().orElseThrow()).isCloseTo(0.6, TWELVE_DECIMALS);
        assertThat(WORKED.brier().orElseThrow()).isCloseTo(0.246, TWELVE_DECIMALS);
        assertThat(WORKED.brierSkill().orElseThrow()).isCloseTo(-0.025, TWELVE_DECIMALS);
        assertThat(WORKED.logLoss().orElseThrow()).isCloseTo(0.680042, SIX_DECIMALS);
        assertThat(WORKED.byWidth(10).expectedError().orElseThrow()).isCloseTo(0.21, TWELVE_DECIMALS);
        assertThat(WORKED.byWidth(10).maximumError().orElseThrow()).isCloseTo(0.35, TWELVE_DECIMALS);
    }

    /** By SciPy's mannwhitneyu and pointbiserialr. */
    @Test
    void tellsHitsFromMisses() {
        assertThat(WORKED.auc().orElseThrow()).isCloseTo(0.5833333333333334, TWELVE_DECIMALS);
        assertThat(WORKED.pointBiserial().orElseThrow()).isCloseTo(0.1684082674271519, TWELVE_DECIMALS);
    }

    @Test
    void putsAnEdgeIntoTheBinThatEndsThere() {
        // When
        var table = Forecasts.of(new double[] {0, .1, .3, .6, .7, 1}, hits(0, 0, 0, 0, 0, 0))
                .byWidth(10);

        // Then
        assertThat(table.bins()).extracting(Bin::count).containsExactly(2, 0, 1, 0, 0, 1, 1, 0, 0, 1);
        assertThat(table.bins().get(6)).extracting(Bin::low, Bin::high).containsExactly(0.6, 0.7);
        assertThat(table.bins().get(1).observedRate()).isEmpty();
        assertThat(table.bins().get(0).meanConfidence()).isEqualTo(OptionalDouble.of(0.05));
    }

    @Test
    void keepsEqualConfidencesTogether_whenBinsAreOfEqualMass() {
        // When
        var table = Forecasts.of(new double[] {.9, .5, .5, .5, .6, .8}, hits(1, 1, 0, 0, 1, 0))
                .byMass(3);

        // Then
        assertThat(table.bins())
                .extracting(Bin::low, Bin::high, Bin::count)
                .containsExactly(tuple(.5, .5, 3), tuple(.6, .6, 1), tuple(.8, .9, 2));
        assertThat(table.expectedError().orElseThrow()).isCloseTo((.5 + .4 + .7) / 6, TWELVE_DECIMALS);
    }

    @Test
    void clipsACertainty_whenItWasWrong() {
        assertThat(Forecasts.of(new double[] {1}, hits(0)).logLoss().orElseThrow())
                .isCloseTo(-Math.log(1e-15), within(0.01));
    }

    @Test
    void saysNothing_ofNone() {
        var none = Forecasts.of(new double[0], hits());

        assertThat(none.brier()).isEmpty();
        assertThat(none.brierSkill()).isEmpty();
        assertThat(none.logLoss()).isEmpty();
        assertThat(none.auc()).isEmpty();
        assertThat(none.pointBiserial()).isEmpty();
        assertThat(none.byWidth(10).expectedError()).isEmpty();
        assertThat(none.byWidth(10).maximumError()).isEmpty();
        assertThat(none.byMass(10).expectedError()).isEmpty();
    }

    @Test
    void tellsNothingApart_whenAllAreHits() {
        var hits = Forecasts.of(new double[] {.5, .6}, hits(1, 1));

        assertThat(hits.brierSkill()).isEmpty();
        assertThat(hits.auc()).isEmpty();
        assertThat(hits.pointBiserial()).isEmpty();
    }

    @Test
    void tellsNothingApart_whenAllConfidencesAreEqual() {
        var equal = Forecasts.of(new double[] {.6, .6}, hits(1, 0));

        assertThat(equal.auc()).hasValue(0.5);
        assertThat(equal.pointBiserial()).isEmpty();
    }

    @Test
    void refusesAConfidenceAboveOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecasts.of(new double[] {85}, hits(1)))
                .withMessage("a confidence must be from 0.0 to 1.0, was 85.0 at 0");
    }

    private static boolean[] hits(int... values) {
        var hits = new boolean[values.length];
        for (var i = 0; i < values.length; i++) {
            hits[i] = values[i] == 1;
        }
        return hits;
    }
}
