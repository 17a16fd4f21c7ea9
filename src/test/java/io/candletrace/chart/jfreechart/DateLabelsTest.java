package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.chart.jfreechart.DateLabels.DateLabel;
import io.candletrace.testing.ChartSamples;
import org.junit.jupiter.api.Test;

class DateLabelsTest {
    private static final int SPACING = 50;

    @Test
    void labelsMonths_andAWeekOnlyWhereThereIsRoom() {
        var bars = ChartSamples.walk(150, 100, 2);

        var labels = DateLabels.of(bars, index -> index * 3.0, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("9", "Feb", "Mar", "Apr", "May", "Jun");
    }

    @Test
    void addsWeeksBetweenTheMonths_whereThereIsRoom() {
        var bars = ChartSamples.walk(40, 100, 2);

        var labels = DateLabels.of(bars, index -> index * 15.0, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("9", "16", "23", "Feb", "6");
    }

    @Test
    void neverPlacesTwoLabelsCloserThanTheSpacing() {
        var bars = ChartSamples.walk(194, 100, 2);

        var labels = DateLabels.of(bars, index -> index * 6.0, SPACING);

        for (int i = 1; i < labels.size(); i++) {
            assertThat((labels.get(i).index() - labels.get(i - 1).index()) * 6).isGreaterThanOrEqualTo(SPACING);
        }
    }

    @Test
    void labelsTheOnlyBar() {
        var labels = DateLabels.of(ChartSamples.walk(1, 100, 2), index -> 600, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("3");
    }
}
