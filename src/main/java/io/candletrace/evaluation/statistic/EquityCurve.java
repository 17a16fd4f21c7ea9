package io.candletrace.evaluation.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.stat.StatUtils;

/**
 * What one unit of money became by following the signals. A return of a period is the arithmetic one; a period without a position
 * is a zero and counts. What lost all of it stays at zero, whatever the later returns. Formulas as in empyrical 0.5.
 */
public final class EquityCurve {
    private final double[] returns;
    private final int periodsPerYear;
    private final List<Point> points;

    private EquityCurve(double[] returns, int periodsPerYear) {
        this.returns = returns;
        this.periodsPerYear = periodsPerYear;
        this.points = List.copyOf(points(returns));
    }

    /**
     * The curve after one period.
     *
     * @param equity in units of what it started with, at least 0
     * @param drawdown how far below the highest equity so far, the start included: 0 to -1
     */
    public record Point(double equity, double drawdown) {}

    /**
     * Compounds the returns.
     *
     * @param returns of one period each, oldest first, 0.01 for one per cent; below -1 is taken for -1
     * @param periodsPerYear 252 for the days of a stock exchange, 365 for those of crypto; at least 1
     */
    public static EquityCurve of(double[] returns, int periodsPerYear) {
        Columns.requireAtLeast(1, "periods per year", periodsPerYear);
        var floored = Arrays.stream(Columns.finite("a return", returns))
                .map(value -> Math.max(value, -1))
                .toArray();
        return new EquityCurve(floored, periodsPerYear);
    }

    /** One a return, oldest first; the start, an equity of 1, is not among them. */
    public List<Point> points() {
        return points;
    }

    /** {@link #sharpe(double)} over nothing. */
    public OptionalDouble sharpe() {
        return sharpe(0);
    }

    /**
     * The arithmetic mean of the returns over the risk-free one, per standard deviation (n - 1), for a year; so it can be positive
     * where {@link #annualReturn()}, which compounds, is not. Empty below two returns or when all are equal.
     *
     * @param riskFree return of one period
     */
    public OptionalDouble sharpe(double riskFree) {
        return perYear(riskFree, Spread.of(returns));
    }

    /** {@link #sortino(double)} over nothing. */
    public OptionalDouble sortino() {
        return sortino(0);
    }

    /**
     * As Sharpe's, but per downside deviation: the root of the mean of squared shortfalls, of which those that did not fall short
     * are zero. Empty when none did. Sortino and Price, Journal of Investing 3 (1994).
     *
     * @param riskFree return of one period, below which one falls short
     */
    public OptionalDouble sortino(double riskFree) {
        var shortfalls = Arrays.stream(returns)
                .map(value -> Math.min(value - riskFree, 0))
                .map(shortfall -> shortfall * shortfall)
                .sum();
        return perYear(riskFree, Spread.beyondRounding(Math.sqrt(shortfalls / returns.length), returns));
    }

    /** The lowest drawdown, 0 to -1; empty for no returns. */
    public OptionalDouble maximumDrawdown() {
        return points.stream().mapToDouble(Point::drawdown).min();
    }

    /** The yearly return that compounds to the same end (CAGR); empty for no returns, and past the range of a double. */
    public OptionalDouble annualReturn() {
        // In logarithms: the product of 200,000 returns is past a double long before its root is.
        return Figure.of(Math.expm1(Arrays.stream(returns).map(Math::log1p).sum() / returns.length * periodsPerYear));
    }

    /** The annual return per maximum drawdown; empty when equity never fell. */
    public OptionalDouble calmar() {
        var annual = annualReturn();
        return annual.isEmpty()
                ? annual
                : Figure.of(annual.getAsDouble() / Math.abs(maximumDrawdown().orElseThrow()));
    }

    /** The standard deviation of the returns (n - 1) for a year; empty below two returns or when all are equal. */
    public OptionalDouble annualVolatility() {
        var deviation = Spread.of(returns);
        return deviation.isEmpty() ? deviation : Figure.of(deviation.getAsDouble() * Math.sqrt(periodsPerYear));
    }

    private OptionalDouble perYear(double riskFree, OptionalDouble deviation) {
        if (!Double.isFinite(riskFree)) {
            throw new IllegalArgumentException("a risk-free return must be finite, was " + riskFree);
        }
        return deviation.isEmpty()
                ? deviation
                : Figure.of((StatUtils.mean(returns) - riskFree) / deviation.getAsDouble() * Math.sqrt(periodsPerYear));
    }

    private static List<Point> points(double[] returns) {
        var points = new ArrayList<Point>(returns.length);
        var equity = 1.0;
        var peak = 1.0;
        for (var value : returns) {
            equity = Math.min(equity * (1 + value), Double.MAX_VALUE);
            peak = Math.max(peak, equity);
            points.add(new Point(equity, equity / peak - 1));
        }
        return points;
    }
}
