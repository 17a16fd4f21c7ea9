package io.candletrace.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Session;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendar;
import io.candletrace.market.TradingCalendars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class InspectionPropertyTest {
    private static final Instant NOW = Instant.parse("2021-05-31T20:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);

    @Property(tries = 300)
    void judgesTheSameRowsAlike_whateverTheirOrder(@ForAll("rows") List<Candidate> rows, @ForAll long seed) {
        // Given
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        var admission = new Admission(TradingCalendars.XNYS, Timeframe.DAILY, NOW);

        // When
        var one = admission.judge(rows);
        var other = admission.judge(shuffled);

        // Then
        assertThat(other.bars()).isEqualTo(one.bars());
        assertThat(withoutOrder(other)).isEqualTo(withoutOrder(one));
        assertThat(findings(other.bars())).isEqualTo(findings(one.bars()));
    }

    @Property(tries = 300)
    void findsOnlyWhatIsAboutABar_andNeverFails(
            @ForAll("runs") List<Figure> run,
            @ForAll("calendars") TradingCalendar calendar,
            @ForAll Timeframe timeframe) {
        // Given
        var bars = bars(run, calendar, timeframe);

        // When
        var findings = new SeriesInspection(calendar, timeframe, bars).findings();

        // Then
        assertThat(findings)
                .allSatisfy(finding -> assertThat(bars).anyMatch(finding::isAbout))
                .allSatisfy(finding -> assertThat(finding.detail()).isNotBlank().doesNotContain("NaN", "Infinity"));
    }

    @Provide
    Arbitrary<List<Candidate>> rows() {
        var dates = Arbitraries.integers().between(0, 100).map(FIRST::plusDays);
        var prices = Arbitraries.of("99", "100", "100.0", "101", "50", "0", "-1", "x", "0.00000001", "9999999999");
        return Combinators.combine(dates, prices, prices, prices, Arbitraries.of("0", "1000", "2000", ""))
                .as((date, price, high, close, volume) ->
                        new Candidate("row " + price, new Opening.On(date), price, high, price, close, volume))
                .list()
                .ofMaxSize(120);
    }

    @Provide
    Arbitrary<List<Figure>> runs() {
        var anything = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.00000001"), new BigDecimal("9999999999.99999999"))
                .ofScale(8);
        var usual = Arbitraries.of("0.01", "0.02", "50", "99.5", "100", "100.5", "101", "200", "100000")
                .map(BigDecimal::new);
        var prices = Arbitraries.frequencyOf(Tuple.of(1, anything), Tuple.of(9, usual));
        var volumes = Arbitraries.of("0", "0.00000001", "1000", "2000", "99999999999999999999")
                .map(BigDecimal::new);
        var away = Arbitraries.frequency(Tuple.of(20, 0), Tuple.of(3, 1), Tuple.of(1, 40));
        return Combinators.combine(prices, prices, prices, volumes, away)
                .as(Figure::new)
                .list()
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<TradingCalendar> calendars() {
        return Arbitraries.of(TradingCalendars.XNYS, TradingCalendars.ALWAYS_OPEN);
    }

    private static List<Finding> withoutOrder(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.code() != FindingCode.OUT_OF_ORDER)
                .toList();
    }

    private static List<Finding> findings(List<Bar> bars) {
        return new SeriesInspection(TradingCalendars.XNYS, Timeframe.DAILY, bars).findings();
    }

    private static List<Bar> bars(List<Figure> run, TradingCalendar calendar, Timeframe timeframe) {
        var bars = new ArrayList<Bar>();
        var period = calendar.lastClosed(timeframe, NOW);
        for (var figure : run) {
            for (var i = 0; i < figure.away(); i++) {
                period = calendar.next(timeframe, period);
            }
            bars.add(figure.bar(period));
            period = calendar.next(timeframe, period);
        }
        return bars;
    }

    /** A bar without its time; so many periods are left out before it. */
    record Figure(BigDecimal open, BigDecimal close, BigDecimal reach, BigDecimal volume, int away) {
        Bar bar(Session period) {
            return new Bar(
                    period.date(),
                    period.opensAt(),
                    period.closesAt(),
                    open,
                    reach.max(open),
                    reach.min(open),
                    close,
                    volume);
        }
    }
}
