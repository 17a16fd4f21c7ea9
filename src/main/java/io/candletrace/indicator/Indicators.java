package io.candletrace.indicator;

import io.candletrace.market.BarSeries;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Computes indicators with TA-Lib's conventions ({@link IndicatorCatalogue#CONVENTION}). History that is too short is no
 * failure: the lines are undefined there.
 */
public final class Indicators {
    private final BarSeries series;
    private final Prices prices;
    private final int firstDisplayed;

    private Indicators(BarSeries series, int firstDisplayed) {
        this.series = series;
        this.prices = Prices.of(series);
        this.firstDisplayed = firstDisplayed;
    }

    /**
     * Computes what the spec asks for over the whole series.
     *
     * @param displayed how many of the newest bars are to be shown; all of them when the series has fewer
     */
    public static IndicatedSeries compute(BarSeries series, IndicatorSpec spec, int displayed) {
        var shown = Math.clamp(displayed, 1, series.size());
        var indicators = new Indicators(series, series.size() - shown);
        var values = spec.indicators().stream()
                .map(indicator -> new IndicatorValues(indicator, indicators.lines(indicator)))
                .toList();
        return new IndicatedSeries(series, spec, values, shown);
    }

    private List<Line> lines(Indicator indicator) {
        return switch (indicator) {
            case Indicator.Sma sma ->
                sma.periods().stream()
                        .map(period -> Line.of("SMA " + period, TaLib.sma(prices.close(), period)))
                        .toList();
            case Indicator.Ema ema ->
                ema.periods().stream()
                        .map(period -> Line.of("EMA " + period, TaLib.ema(prices.close(), period)))
                        .toList();
            case Indicator.Rsi rsi -> List.of(Line.of("RSI " + rsi.period(), TaLib.rsi(prices.close(), rsi.period())));
            case Indicator.Macd macd ->
                named(List.of("MACD", "MACD signal", "MACD histogram"), TaLib.macd(prices.close(), macd));
            case Indicator.BollingerBands bands ->
                named(List.of("BB upper", "BB middle", "BB lower"), TaLib.bollinger(prices.close(), bands));
            case Indicator.Atr atr -> List.of(Line.of("ATR " + atr.period(), TaLib.atr(prices, atr.period())));
            case Indicator.SuperTrend superTrend -> superTrend(SuperTrendTrail.of(prices, superTrend));
            case Indicator.Obv() -> List.of(onBalanceVolume());
            case Indicator.Adx(int period) ->
                named(List.of("ADX " + period, "+DI " + period, "-DI " + period), TaLib.adx(prices, period));
            case Indicator.Stochastic stochastic ->
                named(List.of("Stochastic %K", "Stochastic %D"), TaLib.stochastic(prices, stochastic));
        };
    }

    private Line onBalanceVolume() {
        var anchor = series.bars().get(firstDisplayed).sessionDate();
        return Line.of("OBV since " + anchor, TaLib.obv(prices, firstDisplayed));
    }

    private static List<Line> superTrend(SuperTrendTrail trail) {
        return List.of(Line.of("SuperTrend", trail.stop()), Line.of("SuperTrend direction", trail.direction()));
    }

    private static List<Line> named(List<String> names, double[][] values) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> Line.of(names.get(i), values[i]))
                .toList();
    }
}
