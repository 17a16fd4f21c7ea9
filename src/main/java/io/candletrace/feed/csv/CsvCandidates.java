package io.candletrace.feed.csv;

import io.candletrace.feed.csv.CsvRow.Malformed;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Candidate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of a file that can be judged, one at a time; those that cannot are counted. */
final class CsvCandidates implements Iterator<Candidate> {
    /** Six years of New York's minutes or one of those of a market that never closes, 200 MB as bars. */
    static final int MAX_ROWS = 600_000;

    private final CsvRows rows;
    private final CsvDescription file;
    private final int maxRows;
    private Optional<Candidate> next = Optional.empty();
    private Optional<String> firstMalformed = Optional.empty();
    private int malformed;
    private int left;

    CsvCandidates(CsvRows rows, CsvDescription file) {
        this(rows, file, MAX_ROWS);
    }

    CsvCandidates(CsvRows rows, CsvDescription file, int maxRows) {
        this.rows = rows;
        this.file = file;
        this.maxRows = maxRows;
        this.left = maxRows;
    }

    /** What is wrong with the first row that could not be judged, of those read so far. */
    Optional<String> firstMalformed() {
        return firstMalformed;
    }

    /** How many rows could not be judged, of those read so far. */
    int malformed() {
        return malformed;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && rows.hasNext()) {
            requireFew();
            switch (rows.next()) {
                case Read(long line, var candidate) -> next = Optional.of(candidate);
                case Malformed(long line, var fault, var detail) -> reject(detail);
            }
        }
        return next.isPresent();
    }

    @Override
    public Candidate next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var candidate = next.orElseThrow();
        next = Optional.empty();
        return candidate;
    }

    private void reject(String detail) {
        malformed++;
        firstMalformed = firstMalformed.or(() -> Optional.of(detail));
    }

    private void requireFew() {
        left--;
        if (left < 0) {
            throw file.invalid(file.name() + " should have at most " + maxRows + " rows, has more");
        }
    }
}
