package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.inspection.Judgement.Admitted;
import io.candletrace.inspection.Judgement.Rejected;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2021-03-31T20:00:00Z");
    private static final Admission DAYS = new Admission(TradingCalendars.XNYS, Timeframe.DAILY, NOW);
    private static final Admission HOURS = new Admission(TradingCalendars.XNYS, Timeframe.ONE_HOUR, NOW);

    @Test
    void admitsADay_thatClosesJustNow() {
        // When
        var judgement = DAYS.judge(day("line 2", "2021-03-31", "11"));

        // Then
        assertThat(judgement)
                .isEqualTo(new Admitted(new Bar(
                        LocalDate.of(2021, 3, 31),
                        Instant.parse("2021-03-31T13:30:00Z"),
                        NOW,
                        new BigDecimal("10"),
                        new BigDecimal("12"),
                        new BigDecimal("9.5"),
                        new BigDecimal("11"),
                        new BigDecimal("1000"))));
    }

    @Test
    void admitsADay_toldByAMomentOfIt() {
        assertThat(bars(DAYS, List.of(at("2021-03-31T03:59:59Z"))))
                .extracting(Bar::sessionDate)
                .containsExactly(LocalDate.of(2021, 3, 30));
    }

    @Test
    void admitsTheLastHour_whichIsHalfAsLong() {
        assertThat(bars(HOURS, List.of(at("2021-03-30T19:30:00Z"))))
                .extracting(Bar::closesAt)
                .containsExactly(Instant.parse("2021-03-30T20:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource
    void rejects(Admission admission, Candidate row, FindingCode code, String detail) {
        // When
        var judgement = admission.judge(row);

        // Then
        assertThat(judgement).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.finding().code()).isEqualTo(code);
            assertThat(rejected.finding().detail()).isEqualTo("line 7: " + detail);
        });
    }

    static Stream<Arguments> rejects() {
        return Stream.of(
                row(
                        "a holiday",
                        DAYS,
                        on("2021-01-18"),
                        FindingCode.NOT_A_SESSION,
                        "2021-01-18 is not a session of XNYS"),
                row(
                        "a moment on a Sunday",
                        DAYS,
                        at("2021-03-28T12:00:00Z"),
                        FindingCode.NOT_A_SESSION,
                        "2021-03-28 is not a session of XNYS"),
                row(
                        "an hour off the grid",
                        HOURS,
                        at("2021-03-30T14:00:00Z"),
                        FindingCode.NOT_A_SESSION,
                        "no 1h bar of XNYS opens at 2021-03-30T14:00:00Z"),
                row(
                        "a date for an hour",
                        HOURS,
                        on("2021-03-30"),
                        FindingCode.NOT_A_SESSION,
                        "a time was expected for a 1h bar, found the date 2021-03-30"),
                row(
                        "a day that is not over",
                        DAYS,
                        on("2021-04-01"),
                        FindingCode.FUTURE,
                        "a bar has closed, but this one closes at 2021-04-01T20:00:00Z and now is 2021-03-31T20:00:00Z"),
                row(
                        "a day of the next century",
                        DAYS,
                        on("2121-04-01"),
                        FindingCode.FUTURE,
                        "a bar has closed, but this one is of 2121-04-01 and now is 2021-03-31T20:00:00Z"),
                row(
                        "a day of the last millennium but one",
                        DAYS,
                        on("0021-03-31"),
                        FindingCode.NOT_A_SESSION,
                        "a bar is of 1600-01-01 or later, this one is of 0021-03-31"));
    }

    @ParameterizedTest
    @CsvSource({"24/7", "XNYS"})
    void rejectsWhatIsOutsideOfTime(String calendar) {
        // Given
        var admission = new Admission(TradingCalendars.named(calendar).orElseThrow(), Timeframe.DAILY, NOW);
        var openings = List.of(
                new Opening.On(LocalDate.MIN),
                new Opening.On(LocalDate.MAX),
                new Opening.At(Instant.MIN),
                new Opening.At(Instant.MAX));

        // When
        var verdict = admission.judge(
                openings.stream().map(opening -> row("line 7", opening, "11")).toList());

        // Then
        assertThat(verdict.rejections())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        FindingCode.NOT_A_SESSION, FindingCode.NOT_A_SESSION, FindingCode.FUTURE, FindingCode.FUTURE);
    }

    @Test
    void leavesOutABarThatIsNotOver_withoutSpeakingAgainstTheOthers() {
        // Given
        var admission = new Admission(TradingCalendars.XNYS, Timeframe.DAILY, Instant.parse("2021-03-31T15:00:00Z"));

        // When
        var verdict = admission.judge(List.of(on("2021-03-30"), on("2021-03-31")));

        // Then
        assertThat(verdict.bars()).hasSize(1);
        assertThat(verdict.rejections()).isEmpty();
        assertThat(verdict.findings()).extracting(Finding::code).containsExactly(FindingCode.UNFINISHED);
    }

    @Test
    void judgesNoWeeks() {
        assertThatThrownBy(() -> new Admission(TradingCalendars.XNYS, Timeframe.WEEKLY, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weeks and months are made of days, was WEEKLY");
    }

    @ParameterizedTest
    @MethodSource
    void shows(String text, String shown) {
        assertThat(Admission.shown(text)).isEqualTo(shown);
    }

    static Stream<Arguments> shows() {
        return Stream.of(
                argumentSet("what is plain", "1.5 €", "1.5 €"),
                argumentSet("what is long", "x".repeat(61), "x".repeat(60) + "..."),
                argumentSet("control characters", "1\u001b[31m\n\u0085", "1?[31m??"),
                argumentSet("other line ends", "1\u20282\u20293", "1?2?3"),
                argumentSet("reversed text", "1\u202e5", "1?5"),
                argumentSet("half a character", "1\ud83d5", "1?5"));
    }

    private static List<Bar> bars(Admission admission, List<Candidate> rows) {
        return admission.judge(rows).bars();
    }

    private static Arguments row(
            String name, Admission admission, Candidate candidate, FindingCode code, String detail) {
        return argumentSet(name, admission, candidate, code, detail);
    }

    private static Candidate on(String date) {
        return row("line 7", new Opening.On(LocalDate.parse(date)), "11");
    }

    private static Candidate at(String moment) {
        return row("line 7", new Opening.At(Instant.parse(moment)), "11");
    }

    private static Candidate day(String place, String date, String close) {
        return row(place, new Opening.On(LocalDate.parse(date)), close);
    }

    private static Candidate row(String place, Opening opening, String close) {
        return new Candidate(place, opening, "10", "12", "9.50", close, "1000");
    }
}
