package io.candletrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.NewYorkBars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceAdjustmentTest {
    /** Apple's 4:1 split of 2020-08-31; 499.23 is the close of the Friday before. */
    private static final CorporateAction SPLIT = split("2020-08-31", "4");

    private static final List<Bar> BARS =
            NewYorkBars.daily("2020-08-27", "2020-09-01", i -> i < 2 ? 400 + 8 * i : 129 + i);

    @Test
    void dividesPricesBeforeASplit_andMultipliesTheirVolume() {
        // When
        var adjusted = PriceAdjustment.of(Adjustment.SPLIT, List.of(SPLIT), Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted)
                .extracting(Bar::close)
                .containsExactly(money("100"), money("102"), money("131"), money("132"));
        assertThat(adjusted.getFirst().high()).isEqualByComparingTo("100.125");
        assertThat(adjusted.getFirst().volume()).isEqualByComparingTo("4000000");
        assertThat(adjusted.getLast()).isEqualTo(BARS.getLast());
    }

    @Test
    void multipliesPricesBeforeAReverseSplit() {
        // When
        var adjusted = PriceAdjustment.of(Adjustment.SPLIT, List.of(split("2020-08-31", "0.125")), Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted.getFirst().close()).isEqualByComparingTo("3200");
        assertThat(adjusted.getFirst().volume()).isEqualByComparingTo("125000");
    }

    @Test
    void multipliesTheRatiosOfSplitsThatFollowEachOther() {
        // When
        var adjusted = PriceAdjustment.of(Adjustment.SPLIT, List.of(split("2020-09-01", "2"), SPLIT), Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted)
                .extracting(Bar::close)
                .containsExactly(money("50"), money("51"), money("65.5"), money("132"));
    }

    @Test
    void multipliesPricesAfterASplit_whenTheyAreToBeExact() {
        // When
        var adjusted = PriceAdjustment.of(
                        Adjustment.SPLIT_EXACT,
                        List.of(split("2020-08-31", "7"), split("1987-06-16", "3")),
                        Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted)
                .extracting(Bar::close)
                .containsExactly(money("1200"), money("1224"), money("2751"), money("2772"));
        assertThat(adjusted.getFirst().volume()).isEqualByComparingTo("333333.33333333");
    }

    @Test
    void multipliesPricesBeforeAReverseSplit_whenTheyAreToBeExact() {
        // When
        var adjusted = PriceAdjustment.of(
                        Adjustment.SPLIT_EXACT,
                        List.of(split("2020-08-28", "2"), split("2020-08-31", "0.125")),
                        Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted)
                .extracting(Bar::close)
                .containsExactly(money("1600"), money("3264"), money("131"), money("132"));
    }

    @Test
    void hasTheSamePrices_whicheverBarIsTheLast() {
        var exact = PriceAdjustment.of(Adjustment.SPLIT_EXACT, List.of(split("2020-09-01", "7")), Timeframe.DAILY);

        assertThat(exact.adjust(BARS).subList(0, 3)).isEqualTo(exact.adjust(BARS.subList(0, 3)));
    }

    @Test
    void lowersPricesBeforeADividend_byItsShareOfTheLastClose() {
        // Given
        var dividend = new CorporateAction(LocalDate.of(2020, 8, 28), Kind.DIVIDEND, money("4"), "test");

        // When
        var adjusted = PriceAdjustment.of(Adjustment.SPLIT_DIVIDEND, List.of(dividend), Timeframe.DAILY)
                .adjust(BARS);

        // Then
        assertThat(adjusted.getFirst().close()).isEqualByComparingTo("396");
        assertThat(adjusted.getFirst().volume()).isEqualByComparingTo("1000000");
        assertThat(adjusted.get(1)).isEqualTo(BARS.get(1));
    }

    @Test
    void leavesDividendsAlone_whenOnlySplitsAreWanted() {
        var dividend = new CorporateAction(LocalDate.of(2020, 8, 28), Kind.DIVIDEND, money("4"), "test");

        assertThat(PriceAdjustment.of(Adjustment.SPLIT, List.of(dividend), Timeframe.DAILY)
                        .adjust(BARS))
                .isEqualTo(BARS);
    }

    @Test
    void doesNothing_forWhatWasWithdrawn() {
        var withdrawn = PriceAdjustment.of(Adjustment.SPLIT, List.of(split("2020-08-31", "1")), Timeframe.DAILY);

        assertThat(withdrawn.adjust(BARS)).isEqualTo(BARS);
        assertThat(withdrawn.findings(BARS)).isEmpty();
    }

    @Test
    void saysWhatItDid_atTheFirstBarWithout() {
        // When
        var findings = PriceAdjustment.of(Adjustment.SPLIT, List.of(SPLIT), Timeframe.DAILY)
                .findings(BARS);

        // Then
        assertThat(findings)
                .containsExactly(Finding.of(
                        FindingCode.ADJUSTED,
                        LocalDate.of(2020, 8, 31),
                        "prices before 2020-08-31 were divided by 4 for a split, according to test"));
    }

    @Test
    void saysNothing_whenEveryBarIsAfterIt() {
        assertThat(PriceAdjustment.of(Adjustment.SPLIT, List.of(SPLIT), Timeframe.DAILY)
                        .findings(BARS.subList(2, 4)))
                .isEmpty();
    }

    @Test
    void adjustsTheLastBarToo_whenTheExDateHasBegunAndItsBarHasNotClosed() {
        // When
        var adjusted = PriceAdjustment.of(Adjustment.SPLIT, List.of(SPLIT), Timeframe.DAILY)
                .adjust(BARS.subList(0, 2));

        // Then
        assertThat(adjusted.getLast().close()).isEqualByComparingTo("102");
    }

    @Test
    void refusesValuesThatNoSplitHas() {
        assertThatThrownBy(() -> split("2020-08-31", "0")).hasMessage("a split's ratio is positive, was 0");
        assertThatThrownBy(() -> split("2020-08-31", "-4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split("2020-08-31", "1.123456789")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CorporateAction split(String exDate, String ratio) {
        return new CorporateAction(LocalDate.parse(exDate), Kind.SPLIT, new BigDecimal(ratio), "test");
    }

    private static BigDecimal money(String text) {
        return new BigDecimal(text);
    }
}
