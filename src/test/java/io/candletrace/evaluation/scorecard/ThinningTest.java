package io.candletrace.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    private static final int LONG = 40_000;

    @Test
    void keepsAll_ofFew() {
        assertThat(Thinning.kept(0, point -> 0)).isEmpty();
        assertThat(Thinning.kept(Thinning.MOST, point -> 0))
                .isEqualTo(IntStream.range(0, Thinning.MOST).toArray());
    }

    @Test
    void keepsTheEndsAndTheExtremes_ofMany() {
        var walk = walk();

        var kept = Thinning.kept(LONG, point -> walk[point], point -> -walk[point] / 2);

        assertThat(kept).hasSizeLessThanOrEqualTo(Thinning.MOST).hasSizeGreaterThan(400);
        assertThat(kept).isSorted().doesNotHaveDuplicates().contains(0, LONG - 1);
        assertThat(Arrays.stream(kept).mapToDouble(point -> walk[point]).min())
                .isEqualTo(Arrays.stream(walk).min());
        assertThat(Arrays.stream(kept).mapToDouble(point -> walk[point]).max())
                .isEqualTo(Arrays.stream(walk).max());
    }

    @Test
    void keepsASingleSpike_ofAnyShape() {
        var kept = Thinning.kept(LONG, point -> 1, point -> point == 23_456 ? -0.4 : 0);

        assertThat(kept).contains(23_456);
    }

    @Test
    void leavesNoStretchOut() {
        var walk = walk();

        var kept = Thinning.kept(LONG, point -> walk[point]);

        assertThat(IntStream.range(1, kept.length)
                        .map(i -> kept[i] - kept[i - 1])
                        .max()
                        .orElseThrow())
                .isLessThan(2 * LONG / (Thinning.MOST / 2 - 1));
    }

    private static double[] walk() {
        var random = new SplittableRandom(3);
        var walk = new double[LONG];
        for (var i = 1; i < LONG; i++) {
            walk[i] = walk[i - 1] + random.nextDouble() - 0.5;
        }
        return walk;
    }
}
