package io.candletrace.api;

import io.candletrace.feed.BarCache.Change;

/**
 * What asking again brought.
 *
 * @param added bars that were not kept before
 * @param revised bars that differ from what was kept
 * @param vanished bars that the source no longer has; they are kept
 */
record ChangeView(int added, int revised, int vanished) {

    static ChangeView of(Change change) {
        return new ChangeView(change.added(), change.revised(), change.vanished());
    }
}
