package io.candletrace.chart;

import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.PriceScale;

/**
 * Everything that decides how a series is drawn; its hash is part of the key under which a chart is recorded once.
 *
 * @param widthPx pixels
 * @param heightPx pixels
 * @param theme colours
 * @param priceScale of the price axis
 * @param displayedBars how many of the newest bars are asked for; positive
 * @param indicators what is drawn beside the candles
 */
public record RenderSpec(
        int widthPx, int heightPx, Theme theme, PriceScale priceScale, int displayedBars, IndicatorSpec indicators) {}
