package io.candletrace.feed.imported;

import io.candletrace.feed.BarCache.Change;
import java.util.List;

/**
 * What an import did.
 *
 * @param rows how many the file has, without its header
 * @param accepted how many of them are bars, whether they were known before or not
 * @param change what of these was new or different
 * @param rejections why rows are no bars, in the file's order; at most {@link #MOST_TOLD} of them
 * @param rejected how many rows are no bars
 */
public record ImportReport(long rows, long accepted, Change change, List<Rejection> rejections, long rejected) {
    /** How many rejections are told one by one. */
    public static final int MOST_TOLD = 1_000;

    public ImportReport {
        rejections = List.copyOf(rejections);
    }

    /** How many bars were known before, just so. */
    public long unchanged() {
        return accepted - change.added() - change.revised();
    }

    /**
     * Why a row is no bar.
     *
     * @param line that it begins on; the file's first is 1
     * @param code a stable word in capitals
     * @param detail what was expected and what was found, one line
     */
    public record Rejection(long line, String code, String detail) {}
}
