package io.candletrace.market;

/** How a price axis maps prices to height. */
public enum PriceScale {
    LINEAR,
    LOG
}
