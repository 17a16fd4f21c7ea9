package io.candletrace.feed;

import io.candletrace.market.TradingCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where bars come from. */
@ConfigMapping(prefix = "candletrace.feed")
public interface FeedConfig {
    /** The feeds there are. */
    enum Source {
        /** A folder of files. */
        CSV,
        /** Interactive Brokers, through its Client Portal gateway. */
        IBKR,
        /** Binance's public market data. */
        BINANCE,
        /** What was imported over HTTP. */
        IMPORT,
        /** Made up, for a first look without any data. */
        SYNTHETIC
    }

    /** Which source is asked when a strategy names none. */
    @WithDefault("synthetic")
    Source source();

    /** When the symbols of files trade: {@code XNYS} or {@code 24/7}. */
    @WithDefault("XNYS")
    @WithConverter(CalendarConverter.class)
    TradingCalendar calendar();

    /** The calendars of single symbols of files, by symbol; a symbol with a dot is quoted. */
    Map<String, @WithConverter(CalendarConverter.class) TradingCalendar> calendars();

    /** What prices are in, ISO 4217. */
    @WithDefault("USD")
    @Pattern(regexp = "[A-Z]{3}")
    String currency();

    /** The smallest price step, in the currency, above zero. A larger one makes levels coarser. */
    @WithDefault("0.01")
    @Positive
    BigDecimal tickSize();

    /**
     * How long after its close a bar of a live source is waited for; zero or more. A larger value keeps a task waiting for a
     * source that is late.
     */
    @WithDefault("PT2M")
    Duration patience();

    /** How often the source is asked while a bar is waited for. */
    @WithDefault("PT5S")
    Duration askAgainAfter();

    /**
     * For how long after its close a bar that a live source does not have is asked for again; then it is taken not to exist. A
     * larger value asks in vain more often for bars of a day without trading.
     */
    @WithDefault("P7D")
    Duration settledAfter();

    /** About the folder of files. */
    Csv csv();

    /** About what is imported over HTTP. */
    @WithName("import")
    Imported imported();

    /** About made-up bars. */
    Synthetic synthetic();

    /** About the folder of files. */
    interface Csv {
        /**
         * The folder with one {@code SYMBOL.csv} of days a symbol, and {@code SYMBOL.30m.csv} and the like of shorter bars.
         * Needed when files are the source.
         */
        Optional<Path> directory();

        /** Whether the files' bars may be exported and shown, as numbers, to models of others. */
        @WithDefault("true")
        boolean redistributable();
    }

    /** About what is imported over HTTP. */
    interface Imported {
        /** Whether imported bars may be exported and shown, as numbers, to models of others. */
        @WithDefault("true")
        boolean redistributable();
    }

    /** About made-up bars. */
    interface Synthetic {
        /** Another seed makes other histories; any number. */
        @WithDefault("1")
        long seed();
    }
}
