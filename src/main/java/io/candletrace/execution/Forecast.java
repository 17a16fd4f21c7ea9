package io.candletrace.execution;

import io.candletrace.lineage.ModelPriceId;
import io.candletrace.market.Symbol;
import io.candletrace.strategy.StrategyVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an execution would ask for and cost, were it accepted.
 *
 * @param version what would run
 * @param asOf what it would see
 * @param symbols one task each
 * @param models every model of the strategy, in its order
 */
public record Forecast(StrategyVersion version, AsOf asOf, List<Symbol> symbols, List<ModelForecast> models) {
    public Forecast {
        symbols = List.copyOf(symbols);
        models = List.copyOf(models);
    }

    /** Of all models. */
    public Calls calls() {
        return models.stream().map(ModelForecast::calls).reduce(Calls.NONE, Calls::plus);
    }

    /** Of all models. */
    public Tokens tokens() {
        return models.stream().map(model -> model.needs().tokens()).reduce(Tokens.NONE, Tokens::plus);
    }

    /** Of all models; absent when that of any is not known. */
    public Optional<Usd> usd() {
        return models.stream().map(model -> model.needs().usd()).reduce(Optional.of(Usd.NONE), Usd::plus);
    }

    /** Whether the strategy's limits let the most that is expected pass. What is not known does not pass a limit in US dollars. */
    public boolean fits() {
        var limits = version.budget();
        return within(limits.dailyTokens(), limits.executionTokens(), tokens().high())
                && Stream.of(limits.dailyUsd(), limits.executionUsd())
                        .flatMap(Optional::stream)
                        .allMatch(limit -> usd().filter(cost -> cost.high().compareTo(limit) <= 0)
                                .isPresent());
    }

    private static boolean within(Optional<Long> daily, Optional<Long> execution, long tokens) {
        return Stream.of(daily, execution).flatMap(Optional::stream).allMatch(limit -> tokens <= limit);
    }

    /** What a forecast rests on. */
    public enum Basis {
        /** What such analyses took lately. */
        HISTORY,
        /** The prompt's length and the configuration. */
        ESTIMATE,
        /** Nobody is asked. */
        NONE
    }

    /**
     * One model's part.
     *
     * @param model our name
     * @param price what was reckoned with; absent when none is known or nobody is asked
     */
    public record ModelForecast(String model, Basis basis, Calls calls, Needs needs, Optional<ModelPriceId> price) {}

    /**
     * What analyses take.
     *
     * @param usd US dollars; absent when no price is known
     */
    public record Needs(Tokens tokens, Optional<Usd> usd) {
        /** Nobody is asked. */
        public static final Needs NONE = new Needs(Tokens.NONE, Optional.of(Usd.NONE));

        /** Both together. */
        public Needs plus(Needs other) {
            return new Needs(tokens.plus(other.tokens), Usd.plus(usd, other.usd));
        }

        /** So many times. */
        public Needs times(int count) {
            return new Needs(tokens.times(count), usd.map(cost -> cost.times(count)));
        }
    }

    /**
     * Requests.
     *
     * @param least one a question
     * @param most with every repair, every retry and every attempt of a task
     */
    public record Calls(long least, long most) {
        /** Nobody is asked. */
        public static final Calls NONE = new Calls(0, 0);

        /** Both together. */
        public Calls plus(Calls other) {
            return new Calls(least + other.least, most + other.most);
        }
    }

    /** Tokens. */
    public record Tokens(long low, long high) {
        /** Nobody is asked. */
        public static final Tokens NONE = new Tokens(0, 0);

        /** Both together. */
        public Tokens plus(Tokens other) {
            return new Tokens(low + other.low, high + other.high);
        }

        private Tokens times(int count) {
            return new Tokens(low * count, high * count);
        }
    }

    /** US dollars, exact. */
    public record Usd(BigDecimal low, BigDecimal high) {
        /** Nobody is asked. */
        public static final Usd NONE = new Usd(BigDecimal.ZERO, BigDecimal.ZERO);

        private static Optional<Usd> plus(Optional<Usd> one, Optional<Usd> other) {
            return one.flatMap(cost -> other.map(more -> new Usd(cost.low.add(more.low), cost.high.add(more.high))));
        }

        private Usd times(int count) {
            return new Usd(low.multiply(BigDecimal.valueOf(count)), high.multiply(BigDecimal.valueOf(count)));
        }
    }
}
