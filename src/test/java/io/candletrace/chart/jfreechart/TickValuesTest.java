package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickValuesTest {
    @Test
    void areRoundAndInsideTheBounds() {
        assertThat(TickValues.between(302, 405, 10, 0.01)).containsExactly(320.0, 340.0, 360.0, 380.0, 400.0);
    }

    @Test
    void areNeverFinerThanATick() {
        assertThat(TickValues.between(99.9, 100.6, 10, 0.25)).containsExactly(100.0, 100.25, 100.5);
    }

    @Test
    void areOneTwoFive_whenALogarithmicAxisSpansDecades() {
        assertThat(TickValues.logarithmic(8, 1200, 10, 0.01))
                .containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
    }
}
