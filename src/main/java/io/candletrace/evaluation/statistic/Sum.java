package io.candletrace.evaluation.statistic;

/** Sums that lose no digits to their order: Neumaier's (ZAMM 54, 1974). */
final class Sum {
    private Sum() {}

    static double of(double[] values) {
        var sum = 0.0;
        var lost = 0.0;
        for (var value : values) {
            var next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }
}
