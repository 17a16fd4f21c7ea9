package io.candletrace.feed.csv;

import io.candletrace.failure.ServiceException;
import io.candletrace.feed.csv.CsvRow.Read;
import io.candletrace.inspection.Admission;
import io.candletrace.inspection.Candidate;
import io.candletrace.inspection.Judgement.Admitted;
import io.candletrace.inspection.Verdict;
import io.candletrace.market.Finding;
import io.candletrace.market.TradingCalendars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;

/**
 * One file of the folder. A row that is no bar makes the whole of it {@code BARS_INVALID}, with file, line, what was expected
 * and what was found.
 *
 * @param path where it is
 * @param symbol whose bars it has
 * @param description of what is in it
 * @param now bars that close after it are refused
 */
record CsvFile(Path path, String symbol, CsvDescription description, Instant now) {
    private static final int MAX_LINES = 5;

    /** Its bars, oldest first, and what was odd about their rows. */
    Verdict read() {
        try (var bytes = Files.newInputStream(path);
                var rows = CsvRows.open(bytes, description)) {
            var candidates = new CsvCandidates(rows, description);
            var verdict = admission().judge(() -> candidates);
            requireUsable(candidates, verdict);
            return verdict;
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private void requireUsable(CsvCandidates candidates, Verdict verdict) {
        var rejections = verdict.rejections();
        var count = candidates.malformed() + rejections.size();
        if (count > 0) {
            var first = candidates.firstMalformed().orElseGet(() -> described(rejections.getFirst()));
            throw description.invalid(first + (count > 1 ? "; and " + (count - 1) + " more" : ""));
        }
        if (verdict.bars().isEmpty()) {
            throw description.invalid(description.place(2) + " should be the first bar, but the file ends");
        }
    }

    private String described(Finding rejection) {
        return switch (rejection.code()) {
            case NOT_A_SESSION -> rejection.detail() + hint();
            case CONFLICTING_DUPLICATE ->
                description.name() + ", lines " + lines(rejection) + ": " + rejection.detail();
            default -> rejection.detail();
        };
    }

    /** A calendar that does not fit is what a stranger meets first. */
    private String hint() {
        return (description.timeframe().intraday() ? opens() : "")
                + (description.calendar().equals(TradingCalendars.ALWAYS_OPEN) ? "" : calendars());
    }

    private String opens() {
        var zone = description.calendar().zone();
        return "; a time is that of its bar's open, in " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone)
                + " unless it says a zone";
    }

    private String calendars() {
        return "; if " + symbol + " trades every day, set candletrace.feed.calendars." + key() + "=24/7";
    }

    private String key() {
        return symbol.contains(".") ? '"' + symbol + '"' : symbol;
    }

    /** Reads the file again: bars do not know their lines, and few files need it. */
    private String lines(Finding conflict) {
        try (var bytes = Files.newInputStream(path);
                var rows = CsvRows.open(bytes, description)) {
            var lines = new ArrayList<String>();
            while (rows.hasNext() && lines.size() < MAX_LINES) {
                if (rows.next() instanceof Read(long line, var candidate) && isAbout(conflict, candidate)) {
                    lines.add(Long.toString(line));
                }
            }
            return String.join(", ", lines);
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private boolean isAbout(Finding finding, Candidate candidate) {
        return admission().judge(candidate) instanceof Admitted(var bar) && finding.isAbout(bar);
    }

    private Admission admission() {
        return new Admission(description.calendar(), description.timeframe(), now);
    }

    private ServiceException unreadable(IOException cause) {
        return description.unreadable("cannot be read (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
