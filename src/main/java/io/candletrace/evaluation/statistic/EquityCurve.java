package io.candletrace.evaluation.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;

/** What a capital of 1 becomes by one return after the other, each earned on all of it. */
public final class EquityCurve {
    private final double[] returns;
    private final double[] equity;

    /** By these, in the order of time. */
    public EquityCurve(double... returns) {
        this.returns = returns.clone();
        this.equity = new double[returns.length];
        var capital = 1.0;
        for (var i = 0; i < returns.length; i++) {
            capital *= 1 + returns[i];
            equity[i] = capital;
        }
    }

    /** The capital after each return. */
    public double[] equity() {
        return equity.clone();
    }

    /** How far the capital is below its highest after each return, as a share of that; 0 or less. The start counts. */
    public double[] drawdown() {
        var drawdown = new double[equity.length];
        var highest = 1.0;
        for (var i = 0; i < equity.length; i++) {
            highest = Math.max(highest, equity[i]);
            drawdown[i] = equity[i] / highest - 1;
        }
        return drawdown;
    }

    /** The deepest of them; 0 or less, absent without returns. */
    public OptionalDouble maximumDrawdown() {
        return Arrays.stream(drawdown()).min();
    }

    /**
     * Mean over standard deviation, scaled to a year (Sharpe, Journal of Portfolio Management 21, 1994), for a risk-free rate of 0.
     * Arithmetic: it can be positive for a curve that ends below 1. Absent with fewer than two returns, and when they do not vary.
     *
     * @param perYear returns in a year
     */
    public OptionalDouble sharpe(double perYear) {
        var sample = new Sample(returns);
        return scaled(sample.mean(), sample.deviation(), perYear);
    }

    /** The same over the root mean square of the losses (Sortino and van der Meer, 1991); absent without losses. */
    public OptionalDouble sortino(double perYear) {
        var squares = new double[returns.length];
        for (var i = 0; i < returns.length; i++) {
            squares[i] = Math.pow(Math.min(returns[i], 0), 2);
        }
        var mean = new Sample(squares).mean();
        var downside = mean.isPresent() ? OptionalDouble.of(Math.sqrt(mean.getAsDouble())) : mean;
        return scaled(new Sample(returns).mean(), downside, perYear);
    }

    /** The standard deviation of a year's returns; absent with fewer than two. */
    public OptionalDouble volatility(double perYear) {
        var deviation = new Sample(returns).deviation();
        return deviation.isPresent() ? OptionalDouble.of(deviation.getAsDouble() * Math.sqrt(perYear)) : deviation;
    }

    /**
     * What a year returns when all of it is earned evenly, compounded; absent without returns, and when the capital was lost.
     *
     * @param perYear returns in a year
     */
    public OptionalDouble annualReturn(double perYear) {
        return equity.length == 0 || equity[equity.length - 1] <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.pow(equity[equity.length - 1], perYear / equity.length) - 1);
    }

    /** A year's return over the depth of the deepest drawdown; absent without one. */
    public OptionalDouble calmar(double perYear) {
        var annual = annualReturn(perYear);
        var deepest = maximumDrawdown().orElse(0);
        return annual.isPresent() && deepest < 0
                ? OptionalDouble.of(annual.getAsDouble() / -deepest)
                : OptionalDouble.empty();
    }

    private static OptionalDouble scaled(OptionalDouble mean, OptionalDouble risk, double perYear) {
        return mean.isPresent() && risk.isPresent() && risk.getAsDouble() > 0
                ? OptionalDouble.of(mean.getAsDouble() / risk.getAsDouble() * Math.sqrt(perYear))
                : OptionalDouble.empty();
    }
}
