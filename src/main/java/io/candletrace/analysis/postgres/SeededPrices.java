package io.candletrace.analysis.postgres;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.ConfiguredPrice;
import io.candletrace.analysis.PriceList;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Sees to it that what the configuration charges is known before the first call. */
@ApplicationScoped
class SeededPrices {
    private final PriceList prices;
    private final AnalysisConfig config;

    SeededPrices(PriceList prices, AnalysisConfig config) {
        this.prices = prices;
        this.config = config;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent started) throws Throwable {
        var configured = ConfiguredPrice.of(config);
        VertxContextSupport.subscribeAndAwait(() -> prices.configure(configured));
    }
}
