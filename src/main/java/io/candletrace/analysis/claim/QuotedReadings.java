package io.candletrace.analysis.claim;

import io.candletrace.analysis.Reading;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values of indicators that a sentence quotes in one of the usual forms: {@code RSI(14) at 58.3}, {@code RSI is 58},
 * {@code MACD histogram of 0.45}, {@code 50-day SMA at 183.20}, {@code upper Bollinger Band at 192}. A name, a word that equates and a
 * number, nothing between them and nothing behind them that could change what they mean.
 */
final class QuotedReadings {
    private static final String EQUATES = "(?: is(?: (?:currently|now))?(?: at)? "
            + "| (?:(?:currently|now) )?(?:at|of|reads|stands at|sits at|reading of|value of) |: ?| ?= ?)";
    private static final String NUMBER = "[$€£]?(?<value>[-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,12})?)";
    private static final String GOES_ON =
            "(?= ?(?:$|,(?!\\d)|[;!?)]|\\.(?: |$)|\\((?:neutral|overbought|oversold|bullish|bearish)"
                    + "|[-–—] | (?:and(?! \\d)|which|while|but|with|indicat|suggest|show|confirm|point(?:s|ing) to|support|signal|reflect|impl|above|below)))";
    private static final String OF_PERIOD = "(?<!stochastic )(?<!stoch )(?<!\\d-[a-z]{1,10}[- ])(?<![\\w.])"
            + "(?:(?<before>\\d{1,3})[- ]?(?<unit>day|week|month|hour|minute|period|bar)[- ])?"
            + "(?<name>RSI|ADX|ATR)(?: ?\\( ?(?<in>\\d{1,3}) ?\\)| (?<after>\\d{1,3})(?= ))?";

    private static final List<Form> FORMS = List.of(
            new Form(form(OF_PERIOD), QuotedReadings::ofPeriod),
            new Form(form("\\bMACD(?:['’]s)? (?<part>histogram|line|signal line|signal)"), QuotedReadings::ofMacd),
            new Form(
                    form("\\b(?<band>upper|middle|lower) Bollinger Band"),
                    (match, timeframe) -> Optional.of("Bollinger_Bands." + match.group("band"))),
            new Form(
                    form(MovingAverage.REGEX),
                    (match, timeframe) -> MovingAverage.named(match, timeframe).map(MovingAverage::name)));

    private QuotedReadings() {}

    /**
     * A value as it stands in the text.
     *
     * @param words the whole form
     * @param reading by a name that the table of indicators may have
     */
    record Quote(String words, Reading reading) {}

    /** What a sentence quotes. */
    static Stream<Quote> in(String sentence, Timeframe timeframe) {
        return FORMS.stream()
                .flatMap(form -> form.pattern()
                        .matcher(sentence)
                        .results()
                        .filter(match -> Statements.plain(sentence, match.start()))
                        .flatMap(match -> form.quote(match, timeframe).stream()));
    }

    private static Optional<String> ofPeriod(MatchResult match, Timeframe timeframe) {
        var unit = Optional.ofNullable(match.group("unit"));
        if (unit.filter(word -> !MovingAverage.covers(word, timeframe)).isPresent()) {
            return Optional.empty();
        }
        var period = Stream.of("before", "in", "after")
                .flatMap(group -> Optional.ofNullable(match.group(group)).stream())
                .findFirst();
        return Optional.of(match.group("name") + period.map(bars -> " " + bars).orElse(""));
    }

    private static Optional<String> ofMacd(MatchResult match, Timeframe timeframe) {
        return Optional.of(
                switch (match.group("part").toLowerCase(Locale.ROOT)) {
                    case "histogram" -> "MACD.histogram";
                    case "line" -> "MACD.macd";
                    default -> "MACD.signal_line";
                });
    }

    private static Pattern form(String name) {
        return Pattern.compile(name + EQUATES + NUMBER + GOES_ON, Pattern.CASE_INSENSITIVE);
    }

    /** A pattern, and the name that what it matches has in the table of indicators. */
    private record Form(Pattern pattern, BiFunction<MatchResult, Timeframe, Optional<String>> name) {
        Optional<Quote> quote(MatchResult match, Timeframe timeframe) {
            var value = new BigDecimal(match.group("value").replace(",", "").replace('−', '-'));
            return name.apply(match, timeframe).map(found -> new Quote(match.group(), new Reading(found, value)));
        }
    }
}
