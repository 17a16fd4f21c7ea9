package io.candletrace.page;

/** What the names of feeds mean to a reader. */
final class Sources {

    private static final String SYNTHETIC = "synthetic";

    private Sources() {}

    /** Whether bars of this feed were made up. */
    static boolean synthetic(String source) {
        return source.equals(SYNTHETIC);
    }
}
