package io.candletrace.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candletrace.lineage.Sha256;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BarSnapshotTest {
    private static final Instant AS_OF = Instant.parse("2021-03-31T20:00:00Z");
    private static final String TEXT = """
            candletrace-bars 2
            symbol SPY
            exchange XNYS
            conid 756733
            currency USD
            calendar XNYS
            tick 0.01
            timeframe 1d
            source csv
            adjustment raw
            bars 2
            2021-03-30 2021-03-30T13:30:00Z 2021-03-30T20:00:00Z 394.42 395.45 392.97 394.73 76262200
            2021-03-31 2021-03-31T13:30:00Z 2021-03-31T20:00:00Z 395.35 398 395.33 396.33 90673494
            """;

    /** {@code sha256sum} of a file with the text above. */
    private static final String GOLDEN = "84160b9e40481c18a093fb1bf82c05c2cfaff957687f6041ca1ca3780ffce2e1";

    @Test
    void writesOneStableForm() {
        // When
        var snapshot = BarSnapshot.of(series(AS_OF));

        // Then
        assertThat(snapshot.text()).isEqualTo(TEXT);
        assertThat(snapshot.sha256().hex()).isEqualTo(GOLDEN);
    }

    @Test
    void doesNotDependOnWhenTheBarsWereAskedFor() {
        assertThat(BarSnapshot.of(series(AS_OF))).isEqualTo(BarSnapshot.of(series(AS_OF.plusSeconds(86_400))));
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        var series = series(AS_OF);

        // When
        var read = BarSnapshot.ofText(TEXT).series(AS_OF, series.findings());

        // Then
        assertThat(read).isEqualTo(series);
    }

    @Test
    void readsAnInstrumentWithoutAContract() {
        // When
        var read = BarSnapshot.ofText(TEXT.replace("conid 756733", "conid -")).series(AS_OF, List.of());

        // Then
        assertThat(read.instrument().conid()).isEmpty();
    }

    @Test
    void refusesAHeaderOfAnotherForm() {
        assertThatThrownBy(() -> BarSnapshot.ofText(TEXT.replace("calendar XNYS", "calendar XLON"))
                        .series(AS_OF, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 6 is not of a snapshot: 'calendar XLON'");
    }

    @Test
    void refusesALineThatIsNotABar() {
        assertThatThrownBy(
                        () -> BarSnapshot.ofText(TEXT.replace("394.42", "NaN")).series(AS_OF, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 12 is not of a snapshot: '2021-03-30 ");
    }

    @Test
    void refusesATextThatWasCutOff() {
        assertThatThrownBy(() -> BarSnapshot.ofText(TEXT.substring(0, TEXT.indexOf("2021-03-31 ")))
                        .series(AS_OF, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 11 should be 'bars 1', is 'bars 2'");
    }

    @Test
    void refusesAHashThatIsNotTheTexts() {
        assertThatThrownBy(() -> new BarSnapshot(Sha256.of("other"), TEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BarSeries series(Instant asOf) {
        return new BarSeries(
                instrument("SPY"),
                Timeframe.DAILY,
                "csv",
                Adjustment.RAW,
                asOf,
                List.of(
                        bar("2021-03-30", "394.4200", "395.4500", "392.9700", "394.7300", "76262200"),
                        bar("2021-03-31", "395.3500", "398.0000", "395.3300", "396.3300", "90673494")),
                List.of(Finding.of(FindingCode.GAP, LocalDate.of(2021, 3, 30), "a finding is not part of the text")));
    }

    private static Instrument instrument(String symbol) {
        return new Instrument(
                new Symbol(symbol),
                "XNYS",
                OptionalLong.of(756_733),
                "USD",
                new NyseCalendar(),
                new BigDecimal("0.01"));
    }

    private static Bar bar(String date, String open, String high, String low, String close, String volume) {
        var session = new NyseCalendar().session(LocalDate.parse(date)).orElseThrow();
        return new Bar(
                session.date(),
                session.opensAt(),
                session.closesAt(),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                new BigDecimal(volume));
    }
}
