package io.candletrace.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.evaluation.statistic.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0.50649, 50.6 %", "0, 0.0 %", "1, 100.0 %", "-0.694, -69.4 %", "-0.0004, 0.0 %"})
    void writesShares_inPercent(double share, String text) {
        assertThat(Figures.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0123456, +1.23 %", "-0.0123456, -1.23 %", "0.00001, +0.00 %", "-0.00001, +0.00 %"})
    void writesChanges_withTheirSigns(double share, String text) {
        assertThat(Figures.change(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0391, 0.039", "0.00099, < 0.001", "1, 1.000"})
    void writesChances_withoutPretendingMore(double chance, String text) {
        assertThat(Figures.chance(OptionalDouble.of(chance))).isEqualTo(text);
    }

    @Test
    void tells_whatIsNotThere() {
        assertThat(Figures.percent(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Figures.points(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Figures.chance(OptionalDouble.empty())).isEqualTo("–");
        assertThat(Figures.interval(Optional.empty())).isEmpty();
    }

    @Test
    void writesIntervals() {
        var interval = Optional.of(new Interval(-0.019, 0.0184));

        assertThat(Figures.interval(interval)).isEqualTo("-1.9 to 1.8");
        assertThat(Figures.signedInterval(interval, 2)).isEqualTo("-1.90 to +1.84");
        assertThat(Figures.points(OptionalDouble.of(0.0194))).isEqualTo("+1.9 pp");
    }
}
