package io.candletrace.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.calibration.CalibrationMap.Knot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any confidences of four decimals, many of them alike, with anything that came of them. */
class CalibrationPropertyTest {
    /** One that was stated, and what came of it. */
    record Stated(int tenThousandths, boolean hit) {}

    @Property(tries = 300)
    void neverFalls_andStaysWithinNothingAndOne(@ForAll("outcomes") List<Stated> outcomes) {
        // When
        var map = CalibrationMap.fit(columns(outcomes));

        // Then
        var grid = IntStream.rangeClosed(0, 1_000).mapToDouble(i -> i / 1_000.0).toArray();
        assertThat(Arrays.stream(map.apply(grid)).boxed())
                .isSorted()
                .allSatisfy(rate -> assertThat(rate).isBetween(0.0, 1.0));
    }

    @Property(tries = 300)
    void countsEveryOutcomeOnce_inStepsThatSaySomething(@ForAll("outcomes") List<Stated> outcomes) {
        // When
        var knots = CalibrationMap.fit(columns(outcomes)).knots();

        // Then
        assertThat(knots.stream().mapToInt(Knot::n).sum()).isEqualTo(outcomes.size());
        assertThat(knots.stream().mapToInt(Knot::hits).sum())
                .isEqualTo((int) outcomes.stream().filter(Stated::hit).count());
        if (outcomes.size() >= CalibrationMap.LEAST_PER_STEP) {
            assertThat(knots).extracting(Knot::n).allMatch(n -> n >= CalibrationMap.LEAST_PER_STEP);
        } else {
            assertThat(knots).hasSize(1);
        }
    }

    @Provide
    Arbitrary<List<Stated>> outcomes() {
        var few = Arbitraries.of(5_000, 6_000, 6_500, 7_000, 9_000);
        var any = Arbitraries.integers().between(0, 10_000);
        return Combinators.combine(Arbitraries.oneOf(few, any), Arbitraries.of(true, false))
                .as(Stated::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(400);
    }

    private static StatedOutcomes columns(List<Stated> outcomes) {
        var hit = new boolean[outcomes.size()];
        for (var i = 0; i < hit.length; i++) {
            hit[i] = outcomes.get(i).hit;
        }
        return new StatedOutcomes(
                outcomes.stream()
                        .mapToDouble(one -> one.tenThousandths / 10_000.0)
                        .toArray(),
                hit,
                new boolean[hit.length]);
    }
}
