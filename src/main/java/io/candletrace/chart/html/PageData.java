package io.candletrace.chart.html;

import io.candletrace.chart.PriceDecimals;
import io.candletrace.chart.RenderSpec;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.Indicator;
import io.candletrace.indicator.IndicatorValues;
import io.candletrace.indicator.Line;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Bar;
import io.candletrace.market.BarNames;
import io.candletrace.market.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page's script draws: the shown bars and lines, and where they come from. */
final class PageData {
    private static final MathContext DIGITS = new MathContext(15);
    private static final int VOLUME_AVERAGE = 20;

    private final IndicatedSeries series;
    private final BarNames names;

    private PageData(IndicatedSeries series) {
        this.series = series;
        this.names = BarNames.of(series.series());
    }

    /** As maps, lists, texts and numbers. */
    static Map<String, @Nullable Object> of(IndicatedSeries series, RenderSpec spec, Sha256 snapshot, String renderer) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        var page = new PageData(series);
        data.putAll(page.identity());
        data.put("price_scale", spec.priceScale().name().toLowerCase(Locale.ROOT));
        data.put("snapshot", snapshot.hex());
        data.put("renderer", renderer);
        data.put("dates", page.each(page.names::name));
        data.put("open", page.each(Bar::open));
        data.put("high", page.each(Bar::high));
        data.put("low", page.each(Bar::low));
        data.put("close", page.each(Bar::close));
        data.put("volume", page.each(Bar::volume));
        data.put("volume_average", page.volumeAverage());
        data.put("indicators", series.values().stream().map(page::indicator).toList());
        data.put("findings", page.findings());
        return data;
    }

    private Map<String, Object> identity() {
        var bars = series.series();
        var identity = new LinkedHashMap<String, Object>();
        identity.put("symbol", bars.instrument().symbol().value());
        identity.put("exchange", bars.instrument().exchange());
        identity.put("currency", bars.instrument().currency());
        identity.put("timeframe", bars.timeframe().code());
        identity.put("chart_type", bars.timeframe().chartType());
        identity.put("adjustment", bars.adjustment().code());
        identity.put("source", bars.source());
        identity.put("synthetic", bars.synthetic());
        identity.put("as_of", bars.asOf().toString());
        identity.put("zone", names.zoneName());
        identity.put(
                "price_decimals",
                PriceDecimals.of(bars.instrument().tickSize(), bars.last().close()));
        return identity;
    }

    private Map<String, Object> indicator(IndicatorValues values) {
        var lines = values.lines().stream()
                .map(line -> Map.of("name", line.name(), "values", shown(line)))
                .toList();
        return Map.of(
                "key", values.indicator().key(),
                "parameters", values.indicator().parameters(),
                "on_price", onPrice(values.indicator()),
                "lines", lines);
    }

    private static boolean onPrice(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Sma _, Indicator.Ema _, Indicator.BollingerBands _, Indicator.SuperTrend _ -> true;
            case Indicator.Rsi _, Indicator.Macd _, Indicator.Stochastic _ -> false;
            case Indicator.Atr _, Indicator.Obv _, Indicator.Adx _ -> false;
        };
    }

    private List<@Nullable Object> shown(Line line) {
        var values = new ArrayList<@Nullable Object>();
        for (int i = series.firstDisplayed(); i < line.size(); i++) {
            values.add(line.definedAt(i) ? BigDecimal.valueOf(line.at(i)).round(DIGITS) : null);
        }
        return values;
    }

    private List<@Nullable Object> volumeAverage() {
        var bars = series.series().bars();
        var averages = new ArrayList<@Nullable Object>();
        for (int end = series.firstDisplayed() + 1; end <= bars.size(); end++) {
            averages.add(end < VOLUME_AVERAGE ? null : average(bars.subList(end - VOLUME_AVERAGE, end)));
        }
        return averages;
    }

    private static BigDecimal average(List<Bar> bars) {
        var sum = bars.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(bars.size()), DIGITS);
    }

    private List<Map<String, String>> findings() {
        return series.series().findings().stream().map(this::finding).toList();
    }

    private Map<String, String> finding(Finding finding) {
        return Map.of(
                "code", finding.code().name(),
                "date", names.name(finding),
                "detail", finding.detail());
    }

    private <T> List<T> each(Function<Bar, T> field) {
        return series.displayedBars().stream().map(field).toList();
    }
}
