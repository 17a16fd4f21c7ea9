package io.candletrace.feed.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Candidate;
import io.candletrace.inspection.Candidate.Opening;
import io.candletrace.market.Timeframe;
import io.candletrace.market.TradingCalendars;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvHeaderTest {
    private static final CsvDescription DAYS = new CsvDescription("", Timeframe.DAILY, TradingCalendars.XNYS);

    private static final String NEEDED =
            "line 1: a header with Date (or Timestamp, Datetime, Open time, Time, or Date and "
                    + "Time), Open, High, Low, Close and perhaps Volume is needed; ";

    @ParameterizedTest
    @MethodSource
    void knows(String header, String row, String volume) {
        // When
        var read = first(header + "\n" + row + "\n");

        // Then
        assertThat(read)
                .isEqualTo(new Read(
                        2,
                        new Candidate(
                                "line 2", new Opening.On(LocalDate.of(2021, 3, 31)), "2", "4", "1", "3", volume)));
    }

    static Stream<Arguments> knows() {
        return Stream.of(
                argumentSet("our own", "date,open,high,low,close,volume", "2021-03-31,2,4,1,3,5", "5"),
                argumentSet("another case and order", "VOLUME,Close,lOW,High,OPEN,Date", "5,3,1,4,2,2021-03-31", "5"),
                argumentSet(
                        "an adjusted close beside the close",
                        "Date,Open,High,Low,Close,Adj Close,Volume",
                        "2021-03-31,2,4,1,3,2.5,5",
                        "5"),
                argumentSet(
                        "a close that is also called last, and dollars",
                        "Date,Close/Last,Volume,Open,High,Low",
                        "2021-03-31,$3,5,$2,$4,$1",
                        "5"),
                argumentSet(
                        "a date and a time in angle brackets",
                        "<TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>",
                        "SPY.US,D,20210331,000000,2,4,1,3,5,0",
                        "5"),
                argumentSet(
                        "tabs and a volume of ticks",
                        "<DATE>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>",
                        "2021.03.31\t2\t4\t1\t3\t999\t5\t0",
                        "5"),
                argumentSet("an open time", "Open time,Open,High,Low,Close,Close time", "1617148800000,2,4,1,3,9", "0"),
                argumentSet("no volume", "timestamp,open,high,low,close", "2021-03-31,2,4,1,3", "0"),
                argumentSet(
                        "a volume and an average of it",
                        "time,open,high,low,close,Volume,Volume MA",
                        "1617197400,2,4,1,3,5,6",
                        "5"),
                argumentSet(
                        "quotes and semicolons",
                        "\"Date Time\";\"Open\";\"High\";\"Low\";\"Close\";\"Vol.\"",
                        "\"2021-03-31 16:00\";\"2\";\"4\";\"1\";\"3\";\"5\"",
                        "5"),
                argumentSet(
                        "a byte order mark, empty lines and carriage returns",
                        "\uFEFFDate,Open,High,Low,Close,Volume\r",
                        "2021-03-31,2,4,1,3,5\r",
                        "5"),
                argumentSet(
                        "spaces and empty columns of a spreadsheet",
                        " open_time , open , high , low , close ,,",
                        " 2021-03-31 , 2 , 4 , 1 , 3 ,,,,",
                        "0"));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String header, String message) {
        assertThatThrownBy(() -> first(header + "\n2021-03-31,1,1,1,1,1\n"))
                .isInstanceOf(ServiceException.class)
                .hasMessage(message)
                .extracting("reason")
                .isEqualTo(FailureReason.BARS_INVALID);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                argumentSet(
                        "no price and no time",
                        "Symbol,Volume",
                        NEEDED + "missing Date, Open, High, Low, Close; found 'Symbol', 'Volume'"),
                argumentSet(
                        "rows only",
                        "2021-03-30,1",
                        NEEDED + "missing Date, Open, High, Low, Close; found '2021-03-30', '1'"),
                argumentSet(
                        "a price that does not say which",
                        "Date,Price,Open,High,Low",
                        NEEDED + "missing Close; found 'Date', 'Price', 'Open', 'High', 'Low'"),
                argumentSet(
                        "an adjusted close only",
                        "Date,Open,High,Low,Adj Close,Volume",
                        "line 1: a column Close is needed, as raw as Open, High and Low; found 'Adj Close', which is not to be "
                                + "mixed with them"),
                argumentSet(
                        "two closes",
                        "Date,Open,High,Low,Close,CLOSE",
                        "line 1: one column Close is needed, found 'Close', 'CLOSE'"),
                argumentSet(
                        "two times",
                        "Date,Timestamp,Open,High,Low,Close",
                        "line 1: one column with the time is needed, found 'Timestamp', 'Date'"),
                argumentSet(
                        "volumes of two currencies",
                        "date,open,high,low,close,Volume BTC,Volume USDT",
                        "line 1: the column with the volume in units of the instrument should be called Volume, found "
                                + "'Volume BTC', 'Volume USDT'"),
                argumentSet(
                        "more columns than can be told",
                        "a,b,c,d,e,f,g,h,i,j,k,l,m,n",
                        NEEDED
                                + "missing Date, Open, High, Low, Close; found 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', "
                                + "'j', 'k', 'l' and 2 more"));
    }

    private static CsvRow first(String content) {
        return CsvRows.open(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), DAYS)
                .next();
    }
}
