package io.candletrace.api;

import io.candletrace.execution.Forecast;
import io.candletrace.execution.Forecast.Calls;
import io.candletrace.execution.Forecast.ModelForecast;
import io.candletrace.execution.Forecast.Tokens;
import io.candletrace.execution.Forecast.Usd;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code POST /api/executions?dry_run=true} answers: what the execution would ask for and cost.
 *
 * @param asOfSource {@code request}, {@code latest_close} or {@code now}
 * @param models each with its part
 * @param calls of all models
 * @param tokens of all models
 * @param cost {@code known}, or {@code unknown} when a model has no price
 * @param costUsd US dollars, of all models; absent when unknown
 */
@RegisterForReflection(
        targets = {
            ForecastView.class,
            ForecastView.ModelView.class,
            ForecastView.BudgetView.class,
            Calls.class,
            Tokens.class,
            Usd.class
        })
record ForecastView(
        String strategy,
        int strategyVersion,
        Instant asOf,
        String asOfSource,
        List<String> symbols,
        List<String> timeframes,
        List<ModelView> models,
        Calls calls,
        Tokens tokens,
        String cost,
        Optional<Usd> costUsd,
        BudgetView budget) {

    static ForecastView of(Forecast forecast) {
        var version = forecast.version();
        return new ForecastView(
                version.name(),
                version.version(),
                forecast.asOf().instant(),
                forecast.asOf().source(),
                forecast.symbols().stream().map(Symbol::value).toList(),
                version.timeframes().stream().map(Timeframe::code).toList(),
                forecast.models().stream().map(ModelView::of).toList(),
                forecast.calls(),
                forecast.tokens(),
                word(forecast.usd()),
                forecast.usd(),
                new BudgetView(version.budget().toMap(), forecast.fits()));
    }

    private static String word(Optional<Usd> usd) {
        return usd.isPresent() ? "known" : "unknown";
    }

    /**
     * One model's part.
     *
     * @param basis {@code history} of the last 30 days, {@code estimate} by the prompt's length and the configuration, or {@code
     *     none} when nobody is asked
     * @param modelPriceId the price that was reckoned with
     */
    record ModelView(
            String model,
            String basis,
            Calls calls,
            Tokens tokens,
            String cost,
            Optional<Usd> costUsd,
            Optional<Long> modelPriceId) {

        static ModelView of(ModelForecast forecast) {
            var needs = forecast.needs();
            return new ModelView(
                    forecast.model(),
                    forecast.basis().name().toLowerCase(Locale.ROOT),
                    forecast.calls(),
                    needs.tokens(),
                    word(needs.usd()),
                    needs.usd(),
                    forecast.price().map(ModelPriceId::value));
        }
    }

    /**
     * The strategy's limits.
     *
     * @param limits those it has
     * @param fits whether they let the high end pass; an unknown cost passes no limit in US dollars
     */
    record BudgetView(Map<String, Object> limits, boolean fits) {}
}
