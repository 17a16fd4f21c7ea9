package io.candletrace.testing;

import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Prices;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.Recorded;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices that never change: input 2, cached 0.5, written 2.5, output 10 US dollars a million tokens, by the tier twice that. */
public final class FakePrices implements Prices {
    private final List<String> tiers;

    /** Knows the price of these tiers, the second twice as dear as the first and so on. */
    public FakePrices(String... tiers) {
        this.tiers = List.of(tiers);
    }

    @Override
    public Uni<Optional<Recorded<ModelPriceId, ModelPrice>>> at(String model, String serviceTier, Instant at) {
        var index = tiers.indexOf(serviceTier);
        return Uni.createFrom().item(index < 0 ? Optional.empty() : Optional.of(price(model, serviceTier, index + 1)));
    }

    private static Recorded<ModelPriceId, ModelPrice> price(String model, String tier, int times) {
        return new Recorded<>(
                new ModelPriceId(times),
                new ModelPrice(
                        model,
                        tier,
                        Instant.EPOCH,
                        times("2", times),
                        times("0.5", times),
                        times("2.5", times),
                        times("10", times),
                        times("10", times)));
    }

    private static BigDecimal times(String price, int times) {
        return new BigDecimal(price).multiply(BigDecimal.valueOf(times));
    }
}
