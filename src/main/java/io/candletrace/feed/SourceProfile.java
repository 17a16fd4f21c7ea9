package io.candletrace.feed;

import io.candletrace.market.Adjustment;

/**
 * What a source is and what may be done with its bars.
 *
 * @param name as the columns named {@code source} have it: {@code csv}, {@code ibkr}
 * @param adjustment what its prices are corrected for when they arrive
 * @param live whether its history goes on, so that a bar that is missing is worth waiting for and what was fetched worth keeping
 * @param redistributable whether its bars may be exported and shown, as numbers, to models of others
 */
public record SourceProfile(String name, Adjustment adjustment, boolean live, boolean redistributable) {
    /** Whether its bars can be had with this adjustment: as they are, or corrected here, for which they must be raw. */
    public boolean delivers(Adjustment wanted) {
        return wanted == adjustment || adjustment == Adjustment.RAW;
    }
}
