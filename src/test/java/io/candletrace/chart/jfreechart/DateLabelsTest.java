package io.candletrace.chart.jfreechart;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.chart.jfreechart.DateLabels.DateLabel;
import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import io.candletrace.testing.ChartSamples;
import io.candletrace.testing.IntradaySamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateLabelsTest {
    private static final int SPACING = 50;
    private static final Instant MONDAY_HALF_PAST_TWELVE = Instant.parse("2024-06-03T16:30:00Z");

    @Test
    void labelsMonths_andAWeekOnlyWhereThereIsRoom() {
        var bars = ChartSamples.walk(150, 100, 2);

        var labels = DateLabels.of(days(bars), index -> index * 3.0, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("9", "Feb", "Mar", "Apr", "May", "Jun");
    }

    @Test
    void addsWeeksBetweenTheMonths_whereThereIsRoom() {
        var bars = ChartSamples.walk(40, 100, 2);

        var labels = DateLabels.of(days(bars), index -> index * 15.0, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("9", "16", "23", "Feb", "6");
    }

    @Test
    void neverPlacesTwoLabelsCloserThanTheSpacing() {
        var bars = ChartSamples.walk(194, 100, 2);

        var labels = DateLabels.of(days(bars), index -> index * 6.0, SPACING);

        for (int i = 1; i < labels.size(); i++) {
            assertThat((labels.get(i).index() - labels.get(i - 1).index()) * 6).isGreaterThanOrEqualTo(SPACING);
        }
    }

    @Test
    void labelsTheOnlyBar() {
        var labels = DateLabels.of(days(ChartSamples.walk(1, 100, 2)), index -> 600, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("3");
    }

    @Test
    void labelsSessionsAndTimesBetweenThem() {
        var dates = intraday(IntradaySamples.stock(Timeframe.ONE_HOUR, 17, MONDAY_HALF_PAST_TWELVE));

        var labels = DateLabels.of(dates, index -> index * 30.0, SPACING);

        assertThat(labels)
                .extracting(DateLabel::text)
                .containsExactly("30", "11:30", "13:30", "31", "11:30", "13:30", "Jun", "11:30");
    }

    @Test
    void beginsWithATime_whenTheFirstSessionBeganEarlier() {
        var dates = intraday(IntradaySamples.stock(Timeframe.ONE_HOUR, 8, MONDAY_HALF_PAST_TWELVE));

        var labels = DateLabels.of(dates, index -> index * 60.0, SPACING);

        assertThat(labels)
                .extracting(DateLabel::text)
                .containsExactly("11:30", "12:30", "13:30", "14:30", "15:30", "Jun", "10:30", "11:30");
        assertThat(dates.rest(0, labels.getFirst().rank())).isEqualTo("31 May 2024");
    }

    @Test
    void labelsNoTimes_whenNotEverySessionHasALabel() {
        var dates = intraday(IntradaySamples.stock(Timeframe.ONE_HOUR, 42, MONDAY_HALF_PAST_TWELVE));

        var labels = DateLabels.of(dates, index -> index * 6.0, SPACING);

        assertThat(labels).extracting(DateLabel::rank).doesNotContain(AxisDates.Rank.TIME);
    }

    @Test
    void labelsNoonFirst_whenTheMarketNeverCloses() {
        var dates = intraday(IntradaySamples.crypto(Timeframe.ONE_HOUR, 48, Instant.parse("2024-06-02T00:00:00Z")));

        var labels = DateLabels.of(dates, index -> index * 7.0, SPACING);

        assertThat(labels).extracting(DateLabel::text).containsExactly("31", "12:00", "Jun", "12:00");
    }

    private static AxisDates days(List<Bar> bars) {
        return new AxisDates(
                bars, new BarNames(Timeframe.DAILY, TradingCalendars.ALWAYS_OPEN.zone()), TradingCalendars.ALWAYS_OPEN);
    }

    private static AxisDates intraday(BarSeries series) {
        return AxisDates.of(series, series.bars());
    }
}
