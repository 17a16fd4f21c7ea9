package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.ReadingTable;
import io.candletrace.analysis.ReadingTable.Entry;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Quoted values of indicators against the computed ones, give or take 1 %, or one unit in the last decimal that the answer shows
 * (trailing zeros do not count), whichever is more. A value is also wrong where the table says that there is none; a name that is
 * not in the table is left unverified.
 */
record ReadingClaims(ReadingTable table) {
    private static final BigDecimal SHARE = new BigDecimal("0.01");

    List<Claim> of(List<Reading> readings) {
        return IntStream.range(0, readings.size())
                .mapToObj(i -> claim("readings[" + i + "] " + readings.get(i).indicator(), readings.get(i)))
                .toList();
    }

    private Claim claim(String what, Reading reading) {
        return table.find(reading.indicator())
                .map(entry -> claim(what, entry, reading.value()))
                .orElseGet(() -> new Claim(
                        Kind.READING,
                        what,
                        "cannot be told: the table of indicators has no value of this name",
                        Ground.plain(reading.value()),
                        Result.UNVERIFIED));
    }

    /** That the value of this entry is the quoted one. */
    static Claim claim(String what, Entry entry, BigDecimal quoted) {
        return entry.value()
                .map(computed -> new Claim(
                        Kind.READING,
                        what,
                        Ground.plain(computed) + ", give or take " + Ground.plain(tolerance(computed, quoted)),
                        Ground.plain(quoted),
                        Ground.result(quoted.subtract(computed).abs().compareTo(tolerance(computed, quoted)) <= 0)))
                .orElseGet(() -> new Claim(
                        Kind.READING,
                        what,
                        "no value of " + entry.name() + ": the history is too short",
                        Ground.plain(quoted),
                        Result.FAILED));
    }

    private static BigDecimal tolerance(BigDecimal computed, BigDecimal quoted) {
        var unit = BigDecimal.ONE.movePointLeft(Math.max(0, quoted.scale()));
        return computed.abs().multiply(SHARE).max(unit);
    }
}
