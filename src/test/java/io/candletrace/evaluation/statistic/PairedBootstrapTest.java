package io.candletrace.evaluation.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PairedBootstrapTest {
    private static final int COUNT = 300;
    private static final long[] DAYS = LongStream.range(0, COUNT).toArray();

    /** One observation a day is the plain bootstrap, whose interval is the normal one as long as there are enough days. */
    @Test
    void isAsWideAsTheNormalInterval() {
        // Given
        var values = normal(0.3);

        // When
        var bootstrap = PairedBootstrap.of(values, new double[COUNT], DAYS, 7).orElseThrow();

        // Then
        var sample = Sample.of(values);
        var error = sample.deviation().orElseThrow() / Math.sqrt(COUNT);
        assertThat(bootstrap.difference()).isCloseTo(sample.mean().orElseThrow(), within(1e-12));
        assertThat(bootstrap.interval().width()).isCloseTo(2 * 1.96 * error, within(0.1 * error));
        assertThat(bootstrap.draws()).isEqualTo(10_000);
        assertThat(bootstrap.pValue()).isLessThan(0.001);
    }

    @Test
    void findsNothing_whereNothingIs() {
        var bootstrap = PairedBootstrap.of(normal(0), normal(0), DAYS, 7).orElseThrow();

        assertThat(bootstrap)
                .extracting(PairedBootstrap::difference, PairedBootstrap::pValue)
                .containsExactly(0.0, 1.0);
        assertThat(bootstrap.interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void drawsWholeDays() {
        // Given
        var alike = LongStream.range(0, COUNT).map(index -> index / 30).toArray();
        var moved =
                Arrays.stream(alike).mapToDouble(day -> day % 2 == 0 ? 1 : -0.5).toArray();

        // When
        var byDay =
                PairedBootstrap.of(moved, new double[COUNT], alike, 1_000, 7).orElseThrow();
        var byObservation =
                PairedBootstrap.of(moved, new double[COUNT], DAYS, 1_000, 7).orElseThrow();

        // Then
        assertThat(byDay.days()).isEqualTo(10);
        assertThat(byDay.interval().width())
                .isGreaterThan(4 * byObservation.interval().width());
    }

    @Test
    void drawsTheSame_fromTheSameSeed() {
        var first = PairedBootstrap.of(normal(1), new double[COUNT], DAYS, 100, 7);

        assertThat(PairedBootstrap.of(normal(1), new double[COUNT], DAYS, 100, 7))
                .isEqualTo(first);
        assertThat(PairedBootstrap.of(normal(1), new double[COUNT], DAYS, 100, 8))
                .isNotEqualTo(first);
    }

    @Test
    void isNone_onASingleDay() {
        assertThat(PairedBootstrap.of(new double[] {1, 2}, new double[] {0, 0}, new long[] {5, 5}, 7))
                .isEmpty();
        assertThat(PairedBootstrap.of(new double[0], new double[0], new long[0], 7))
                .isEmpty();
    }

    private static double[] normal(double mean) {
        var random = new SplittableRandom(1);
        var values = new double[COUNT];
        Arrays.setAll(values, index -> mean + random.nextGaussian());
        return values;
    }
}
