package io.candletrace.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured times of one kind, in milliseconds. */
final class Figures {
    private final String what;
    private final List<Double> values = new ArrayList<>();

    Figures(String what) {
        this.what = what;
    }

    void add(double ms) {
        values.add(ms);
    }

    /** One line: their sum and percentiles, by nearest rank. */
    void print() {
        var sorted = values.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-48s n %6d  sum %10.1f ms  p50 %7.1f  p95 %7.1f  p99 %7.1f  max %7.1f%n",
                what,
                sorted.size(),
                sorted.stream().mapToDouble(Double::doubleValue).sum(),
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99),
                percentile(sorted, 100));
    }

    private static double percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }
}
