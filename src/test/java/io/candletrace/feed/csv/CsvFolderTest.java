package io.candletrace.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.failure.ServiceException;
import io.candletrace.inspection.Verdict;
import io.candletrace.market.Instrument;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2021-03-31T22:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"4, true", "3, false"})
    void keepsFilesUntilTheirBarsAreTooMany(int keptBars, boolean kept) throws IOException {
        // Given
        write("SPY.csv");
        write("IBM.csv");
        var folder = new CsvFolder(directory, CLOCK, keptBars);
        var before = bars(folder, "SPY");

        // When
        bars(folder, "IBM");

        // Then
        assertThat(bars(folder, "SPY") == before).isEqualTo(kept);
    }

    @Test
    void hasNothing_whereThereIsNoFile() {
        assertThat(new CsvFolder(directory, CLOCK).bars(instrument("SPY"), Timeframe.DAILY))
                .isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLargeToRead() throws IOException {
        // Given
        try (var file = new RandomAccessFile(directory.resolve("SPY.csv").toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }

        // When
        var failure = catchThrowableOfType(ServiceException.class, () -> bars(new CsvFolder(directory, CLOCK), "SPY"));

        // Then
        assertThat(failure.detail()).isEqualTo("SPY.csv should have at most 67108864 bytes, has 67108865");
    }

    private static Verdict bars(CsvFolder folder, String symbol) {
        return folder.bars(instrument(symbol), Timeframe.DAILY).orElseThrow();
    }

    private static Instrument instrument(String symbol) {
        return new Instrument(
                new Symbol(symbol), "CSV", OptionalLong.empty(), "USD", TradingCalendars.XNYS, new BigDecimal("0.01"));
    }

    private void write(String name) throws IOException {
        Files.writeString(
                directory.resolve(name), "date,open,high,low,close\n2021-03-30,1,1,1,1\n2021-03-31,1,1,1,1\n");
    }
}
