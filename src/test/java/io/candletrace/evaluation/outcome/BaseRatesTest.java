package io.candletrace.evaluation.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.candletrace.evaluation.outcome.BaseRates.Count;
import io.candletrace.testing.SampleBars;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaseRatesTest {
    private static final YearMonth JANUARY = YearMonth.of(2024, 1);

    @Test
    void countEveryBarAsAnEntry() {
        var market = Side.LONG.market("100 101 99 101", "100 101 98 99", "100 101 99 100", "100 103 99 102");

        assertThat(BaseRates.of(market, 1).months()).containsExactly(entry(JANUARY, new Count(4, 2, 1)));
        assertThat(BaseRates.of(market, 2).months()).containsExactly(entry(JANUARY, new Count(3, 1, 1)));
        assertThat(BaseRates.of(market, 4).months()).containsExactly(entry(JANUARY, new Count(1, 1, 0)));
    }

    @Test
    void areEmpty_whenNoHorizonEnds() {
        assertThat(BaseRates.of(Side.LONG.market("1 1 1 1"), 2).months()).isEmpty();
        assertThat(BaseRates.of(Side.LONG.market(), 1).months()).isEmpty();
    }

    @Test
    void goByTheMonthOfTheEntry() {
        var market = new Market(SampleBars.rising(40).bars(), Basis.LAST_SHARES, List.of(), Set.of(), Optional.empty());

        assertThat(BaseRates.of(market, 5).months())
                .containsExactly(
                        entry(JANUARY, new Count(31, 31, 0)), entry(YearMonth.of(2024, 2), new Count(5, 5, 0)));
    }

    @Test
    void leaveOutEntriesAcrossASuspectDate() {
        var bars = SampleBars.rising(10).bars();
        var market = new Market(bars, Basis.LAST_SHARES, List.of(), Set.of(Side.day(4)), Optional.empty());

        assertThat(BaseRates.of(market, 3).months()).containsExactly(entry(JANUARY, new Count(6, 6, 0)));
    }

    @Test
    void refuseAHorizonWithoutABar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseRates.of(Side.LONG.market(), 0))
                .withMessageContaining("was 0");
    }
}
