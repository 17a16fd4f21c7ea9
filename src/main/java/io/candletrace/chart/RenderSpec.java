package io.candletrace.chart;

import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.PriceScale;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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
        int widthPx, int heightPx, Theme theme, PriceScale priceScale, int displayedBars, IndicatorSpec indicators) {
    private static final int NARROWEST_BAR_PX = 6;
    private static final int BESIDE_THE_BARS_PX = 116;

    /** The configured picture of a strategy's wishes; more bars than the width can show legibly are cut to what it can. */
    public static RenderSpec of(ChartConfig config, PriceScale scale, int wishedBars, IndicatorSpec indicators) {
        return new RenderSpec(
                config.widthPx(),
                config.heightPx(),
                config.theme(),
                scale,
                Math.min(wishedBars, mostBars(config.widthPx())),
                indicators);
    }

    /**
     * The inverse of {@link #toMap()}, as a row has it.
     *
     * @throws IllegalArgumentException when something is missing or is nothing that was ever written
     */
    public static RenderSpec parse(Map<String, Object> map) {
        if (!(map.get("indicators") instanceof Map<?, ?> indicators)) {
            throw new IllegalArgumentException("a render spec has indicators, was " + map);
        }
        var spec = new LinkedHashMap<String, Object>();
        indicators.forEach((key, parameters) -> spec.put(String.valueOf(key), parameters));
        return new RenderSpec(
                number(map, "width_px"),
                number(map, "height_px"),
                Theme.valueOf(word(map, "theme")),
                PriceScale.valueOf(word(map, "price_scale")),
                number(map, "displayed_bars"),
                IndicatorSpec.parse(spec));
    }

    private static int number(Map<String, Object> map, String key) {
        return new BigDecimal(String.valueOf(map.get(key))).intValueExact();
    }

    private static String word(Map<String, Object> map, String key) {
        return String.valueOf(map.get(key)).toUpperCase(Locale.ROOT);
    }

    /** How many bars a picture of this width can show with bodies of three px and more and space between them. */
    public static int mostBars(int widthPx) {
        return Math.max(1, (widthPx - BESIDE_THE_BARS_PX) / NARROWEST_BAR_PX);
    }

    /** As {@code charts.render_spec} has it, in a fixed order. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("width_px", widthPx);
        map.put("height_px", heightPx);
        map.put("theme", theme.name().toLowerCase(Locale.ROOT));
        map.put("price_scale", priceScale.name().toLowerCase(Locale.ROOT));
        map.put("displayed_bars", displayedBars);
        map.put("indicators", indicators.toMap());
        return Collections.unmodifiableMap(map);
    }

    /** Of the canonical JSON of {@link #toMap()}: as {@code charts.render_spec_sha256} has it. */
    public Sha256 sha256() {
        return Sha256.of(CanonicalJson.write(toMap()));
    }
}
