package io.candletrace.feed.imported;

import io.candletrace.feed.BarCache.Change;
import io.candletrace.feed.csv.CsvRow;
import io.candletrace.feed.csv.CsvRow.Malformed;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.feed.imported.ImportReport.Rejection;
import io.candletrace.inspection.Admission;
import io.candletrace.inspection.Judgement.Admitted;
import io.candletrace.inspection.Judgement.Rejected;
import io.candletrace.market.Bar;
import io.candletrace.market.FindingCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

/** Turns rows into batches of bars, one batch at a time, and remembers what was rejected. Blocks as its rows do. */
final class ImportedRows {
    private static final int BATCH = 5_000;

    private static final int SECONDS = 60;

    private final Iterator<CsvRow> rows;
    private final Admission admission;
    /** Minutes since 1970 in which a bar opens, and those before: a few MB whatever the file, where a set of times would grow. */
    private final BitSet after = new BitSet();

    private final BitSet before = new BitSet();
    private final List<Rejection> rejections = new ArrayList<>();
    private long count;
    private long accepted;
    private long rejected;

    ImportedRows(Iterator<CsvRow> rows, Admission admission) {
        this.rows = rows;
        this.admission = admission;
    }

    /** The next bars, no two of the same time; none at the end. */
    List<Bar> nextBatch() {
        var batch = new ArrayList<Bar>();
        while (batch.size() < BATCH && rows.hasNext()) {
            count++;
            switch (rows.next()) {
                case Malformed(var line, var fault, var detail) -> reject(new Rejection(line, fault.name(), detail));
                case Read read -> take(read, batch);
            }
        }
        accepted += batch.size();
        return batch;
    }

    long accepted() {
        return accepted;
    }

    ImportReport report(Change change) {
        return new ImportReport(count, accepted, change, rejections, rejected);
    }

    private void take(Read read, List<Bar> batch) {
        switch (admission.judge(read.candidate())) {
            case Rejected(var finding) ->
                reject(new Rejection(read.line(), finding.code().name(), finding.detail()));
            case Admitted(var bar) when isFirst(bar) -> batch.add(bar);
            case Admitted(var bar) ->
                reject(new Rejection(
                        read.line(),
                        FindingCode.DUPLICATE.name(),
                        read.candidate().place() + ": one row a bar, but an earlier one has the bar that opens at "
                                + bar.opensAt() + "; that one was taken"));
        }
    }

    private boolean isFirst(Bar bar) {
        long minute = Math.floorDiv(bar.opensAt().getEpochSecond(), SECONDS);
        var side = minute < 0 ? before : after;
        int index = Math.toIntExact(Math.abs(minute));
        boolean first = !side.get(index);
        side.set(index);
        return first;
    }

    private void reject(Rejection rejection) {
        rejected++;
        if (rejections.size() < ImportReport.MOST_TOLD) {
            rejections.add(rejection);
        }
    }
}
