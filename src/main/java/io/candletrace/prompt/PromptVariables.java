package io.candletrace.prompt;

import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.BarSeries;
import io.candletrace.prompt.PromptVariable.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables of a template: what each means and what it is worth, said in one place. */
public final class PromptVariables {
    private static final int NAME_LENGTH = 100;
    private static final int DESCRIPTION_LENGTH = 2_000;
    private static final String IN_CURRENCY = "in the instrument's currency, plain decimal";

    private static final List<Definition> DEFINITIONS = List.of(
            text(
                    "symbol",
                    "the instrument's name at the feed",
                    "1 to 32 of A-Z 0-9 . _ : -",
                    "NVDA",
                    series -> series.instrument().symbol().value()),
            text(
                    "exchange",
                    "where it is traded",
                    "between <exchange> tags",
                    "<exchange>XNAS</exchange>",
                    series -> OutsideText.quotedLine(
                            "exchange", series.instrument().exchange(), NAME_LENGTH)),
            text(
                    "currency",
                    "what its prices are in",
                    "between <currency> tags",
                    "<currency>USD</currency>",
                    series -> OutsideText.quotedLine(
                            "currency", series.instrument().currency(), NAME_LENGTH)),
            text(
                    "timeframe",
                    "what one bar covers",
                    "1m 5m 15m 30m 1h 4h 1d 1w 1mo",
                    "1d",
                    series -> series.timeframe().code()),
            text(
                    "as_of",
                    "the time after which nothing is known",
                    "ISO 8601, UTC",
                    "2025-10-29T20:00:00Z",
                    series -> series.asOf().toString()),
            text(
                    "time_zone",
                    "the zone in which intraday bars are named",
                    "IANA",
                    "America/New_York",
                    series -> BarNames.of(series).zoneName()),
            number(
                    "bar_count",
                    "how many bars the chart shows",
                    "bars",
                    160,
                    facts -> facts.series().displayed()),
            number(
                    "horizon_bars",
                    "how many bars ahead the answer is about",
                    "bars of the timeframe",
                    5,
                    PromptFacts::horizonBars),
            new Definition(
                    new PromptVariable(
                            "synthetic", Type.FLAG, "whether the bars were made up by a generator", "", false),
                    facts -> facts.series().series().synthetic()),
            text(
                    "last_date",
                    "what the last bar is called",
                    "date, or date and time of its open",
                    "2025-10-29",
                    series -> BarNames.of(series).name(series.last())),
            price("last_open", "the last bar's open", "187.2", Bar::open),
            price("last_high", "the last bar's high", "190.05", Bar::high),
            price("last_low", "the last bar's low", "186.9", Bar::low),
            price("last_close", "the last bar's close", "189.45", Bar::close),
            number(
                    "last_volume",
                    "the last bar's volume",
                    "units traded",
                    new BigDecimal("45000000"),
                    facts -> facts.series().series().last().volume()),
            new Definition(
                    new PromptVariable(
                            "indicators",
                            Type.TEXT,
                            "the indicators' values at the last bar",
                            "one line an indicator, sorted; none without any",
                            "RSI: current 58.3, period 14, reading neutral"),
                    facts -> Readings.table(facts.readings())),
            new Definition(
                    new PromptVariable(
                            "bars",
                            Type.TEXT,
                            "the newest 30 bars, or that the source's terms forbid telling them",
                            "comma-separated lines under a heading, oldest first",
                            "date,open,high,low,close,volume\n2025-10-29,187.2,190.05,186.9,189.45,45000000"),
                    FactTexts::bars),
            new Definition(
                    new PromptVariable(
                            "findings",
                            Type.TEXT,
                            "what was odd about the bars, the first 20",
                            "one line a finding, between <findings> tags; none without any",
                            "<findings>\n- 2025-10-20 GAP: 1 session is missing\n</findings>"),
                    FactTexts::findings),
            new Definition(
                    new PromptVariable(
                            "strategy_name",
                            Type.TEXT,
                            "whose question this is",
                            "between <strategy_name> tags",
                            "<strategy_name>swing</strategy_name>"),
                    facts -> OutsideText.quotedLine("strategy_name", facts.strategyName(), NAME_LENGTH)),
            new Definition(
                    new PromptVariable(
                            "strategy_description",
                            Type.TEXT,
                            "what the strategy is for, as its user wrote it",
                            "between <strategy_description> tags",
                            "<strategy_description>pullbacks in a trend</strategy_description>"),
                    facts -> OutsideText.quoted(
                            "strategy_description", facts.strategyDescription(), DESCRIPTION_LENGTH)));

    private static final Map<String, PromptVariable> BY_NAME = DEFINITIONS.stream()
            .map(Definition::variable)
            .collect(Collectors.toUnmodifiableMap(PromptVariable::name, variable -> variable));

    private PromptVariables() {}

    /** Every variable, in the order in which they are explained. */
    public static List<PromptVariable> all() {
        return DEFINITIONS.stream().map(Definition::variable).toList();
    }

    /** Whether there is a variable of this name. */
    static boolean exists(String name) {
        return BY_NAME.containsKey(name);
    }

    /** All names, sorted, for people. */
    static String names() {
        return BY_NAME.keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /** The values of all names. */
    static Map<String, Object> of(PromptFacts facts) {
        return values(definition -> definition.value().apply(facts));
    }

    /** A value for every name that real ones look like, but for the flags, which are all this. */
    static Map<String, Object> examples(boolean flags) {
        return values(definition -> definition.variable().type() == Type.FLAG
                ? flags
                : definition.variable().example());
    }

    private static Map<String, Object> values(Function<Definition, Object> value) {
        var values = new LinkedHashMap<String, Object>();
        DEFINITIONS.forEach(definition -> values.put(definition.variable().name(), value.apply(definition)));
        return values;
    }

    private static Definition text(
            String name, String meaning, String shape, String example, Function<BarSeries, String> value) {
        return new Definition(
                new PromptVariable(name, Type.TEXT, meaning, shape, example),
                facts -> value.apply(facts.series().series()));
    }

    private static Definition number(
            String name, String meaning, String shape, Number example, Function<PromptFacts, Number> value) {
        return new Definition(new PromptVariable(name, Type.NUMBER, meaning, shape, example), value::apply);
    }

    private static Definition price(String name, String meaning, String example, Function<Bar, BigDecimal> value) {
        return number(
                name,
                meaning,
                IN_CURRENCY,
                new BigDecimal(example),
                facts -> value.apply(facts.series().series().last()));
    }

    /** A variable and where its value comes from. */
    private record Definition(PromptVariable variable, Function<PromptFacts, Object> value) {}
}
