package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rows come to together. */
class VerdictTest {
    private static final Instant NOW = Instant.parse("2021-03-31T20:00:00Z");
    private static final Admission DAYS = new Admission(TradingCalendars.XNYS, Timeframe.DAILY, NOW);
    private static final Admission HOURS = new Admission(TradingCalendars.XNYS, Timeframe.ONE_HOUR, NOW);

    @Test
    void sortsRows_andSaysHowManyGoTheOtherWay() {
        // When
        var verdict = DAYS.judge(List.of(
                day("1", "2021-03-29", "10"),
                day("2", "2021-03-25", "11"),
                day("3", "2021-03-26", "12"),
                day("4", "2021-03-30", "10")));

        // Then
        assertThat(verdict.bars())
                .isSortedAccordingTo((one, other) -> one.opensAt().compareTo(other.opensAt()));
        assertThat(verdict.findings())
                .containsExactly(Finding.of(
                        FindingCode.OUT_OF_ORDER,
                        LocalDate.of(2021, 3, 25),
                        "rows should be oldest first or newest first, but 1 goes the other way; they were sorted"));
    }

    @Test
    void takesNewestFirstForAnOrder() {
        // When
        var verdict = DAYS.judge(List.of(day("1", "2021-03-30", "10"), day("2", "2021-03-29", "11")));

        // Then
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.bars())
                .extracting(Bar::sessionDate)
                .containsExactly(LocalDate.of(2021, 3, 29), LocalDate.of(2021, 3, 30));
    }

    @Test
    void keepsOne_ofRowsThatAreEqual() {
        // When
        var verdict = DAYS.judge(List.of(day("1", "2021-03-30", "10"), day("2", "2021-03-30", "10.00")));

        // Then
        assertThat(verdict.bars()).hasSize(1);
        assertThat(verdict.findings())
                .containsExactly(Finding.of(
                        FindingCode.DUPLICATE,
                        LocalDate.of(2021, 3, 30),
                        "one bar a time, but 2021-03-30 comes 2 times, always the same"));
    }

    @Test
    void keepsNone_ofRowsThatContradictEachOther() {
        // When
        var verdict = DAYS.judge(List.of(
                day("1", "2021-03-30", "10"),
                day("2", "2021-03-30", "11"),
                day("3", "2021-03-30", "10"),
                day("4", "2021-03-29", "10")));

        // Then
        assertThat(verdict.bars()).extracting(Bar::sessionDate).containsExactly(LocalDate.of(2021, 3, 29));
        assertThat(verdict.rejections())
                .containsExactly(Finding.of(
                        FindingCode.CONFLICTING_DUPLICATE,
                        LocalDate.of(2021, 3, 30),
                        "one bar a time, but 2021-03-30 comes 3 times and differs; none is taken"));
    }

    @Test
    void namesTheTime_whereASessionHasMoreThanOneBar() {
        // When
        var verdict = HOURS.judge(List.of(at("2021-03-30T14:30:00Z"), at("2021-03-30T14:30:00Z")));

        // Then
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.opensAt()).isEqualTo(Optional.of(Instant.parse("2021-03-30T14:30:00Z")));
            assertThat(finding.detail()).contains("2021-03-30T14:30:00Z comes 2 times");
        });
    }

    private static Candidate at(String moment) {
        return row("1", new Opening.At(Instant.parse(moment)), "11");
    }

    private static Candidate day(String place, String date, String close) {
        return row(place, new Opening.On(LocalDate.parse(date)), close);
    }

    private static Candidate row(String place, Opening opening, String close) {
        return new Candidate(place, opening, "10", "12", "9.50", close, "1000");
    }
}
