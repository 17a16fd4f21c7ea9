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
            candletrace-bars 1
            symbol SPY
            exchange XNYS
            calendar XNYS
            timeframe 1d
            source csv
            adjustment raw
            bars 2
            2021-03-30 2021-03-30T13:30:00Z 2021-03-30T20:00:00Z 394.42 395.45 392.97 394.73 76262200
            2021-03-31 2021-03-31T13:30:00Z 2021-03-31T20:00:00Z 395.35 398 395.33 396.33 90673494
            """;

    /** {@code sha256sum} of a file with the text above. */
    private static final String GOLDEN = "a9e32446737a9810fb7a37770dff5092f6b20742c88f6f54e9aa42c9a5821a1c";

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
        var read = BarSnapshot.ofText(TEXT).series(series.instrument(), AS_OF, series.findings());

        // Then
        assertThat(read).isEqualTo(series);
    }

    @Test
    void refusesTheSnapshotOfAnotherInstrument() {
        assertThatThrownBy(() -> BarSnapshot.ofText(TEXT).series(instrument("QQQ"), AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 2 should be 'symbol QQQ', is 'symbol SPY'");
    }

    @Test
    void refusesALineThatIsNotABar() {
        assertThatThrownBy(
                        () -> BarSnapshot.ofText(TEXT.replace("394.42", "NaN")).series(instrument("SPY"), AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 9 is not of a snapshot: '2021-03-30 ");
    }

    @Test
    void refusesATextThatWasCutOff() {
        assertThatThrownBy(() -> BarSnapshot.ofText(TEXT.substring(0, TEXT.indexOf("2021-03-31 ")))
                        .series(instrument("SPY"), AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 8 should be 'bars 1', is 'bars 2'");
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
                new Symbol(symbol), "XNYS", OptionalLong.empty(), "USD", new NyseCalendar(), new BigDecimal("0.01"));
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
