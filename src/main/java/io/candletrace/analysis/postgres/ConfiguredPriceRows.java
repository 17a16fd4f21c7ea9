package io.candletrace.analysis.postgres;

import io.candletrace.analysis.ConfiguredPrice;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of {@code model_prices} that come from the configuration, in the caller's transaction. */
final class ConfiguredPriceRows {
    /** Replicas that start together look one after the other; the lock goes with the transaction. */
    private static final String LOCK =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended('candletrace model_prices', 0))) locked";

    private static final String ENTER = """
            insert into model_prices (model_config, service_tier, effective_from, input_uncached, input_cached,
                cache_write, output_visible, output_reasoning, source, created_by, created_at)
            select said.model, said.tier,
                   case when said.dated or newest.id is null then said.effective_from else said.now end,
                   said.input_uncached, said.input_cached, said.cache_write, said.output_visible, said.output_reasoning,
                   'configuration', 'configuration', said.now
            from (select cast(?1 as text) as model, cast(?2 as text) as tier, cast(?3 as boolean) as dated,
                         cast(?4 as timestamptz) as effective_from, cast(?5 as timestamptz) as now,
                         cast(?6 as numeric) as input_uncached, cast(?7 as numeric) as input_cached,
                         cast(?8 as numeric) as cache_write, cast(?9 as numeric) as output_visible,
                         cast(?10 as numeric) as output_reasoning) said
            left join lateral (
                select * from model_prices
                where model_config = said.model and service_tier = said.tier and source = 'configuration'
                order by id desc limit 1) newest on true
            where newest.id is null or said.dated and newest.effective_from <> said.effective_from
               or (newest.input_uncached, newest.input_cached, newest.cache_write, newest.output_visible,
                   newest.output_reasoning)
                  <> (said.input_uncached, said.input_cached, said.cache_write, said.output_visible,
                      said.output_reasoning)
            """;

    private ConfiguredPriceRows() {}

    static Uni<Integer> lock(Mutiny.Session session) {
        return session.createNativeQuery(LOCK, Integer.class).getSingleResult();
    }

    /** Answers 1 when the configuration says something new, else 0. */
    static Uni<Integer> enter(Mutiny.Session session, ConfiguredPrice configured, Instant now) {
        var price = configured.price();
        return session.createNativeQuery(ENTER)
                .setParameter(1, price.model())
                .setParameter(2, price.serviceTier())
                .setParameter(3, configured.dated())
                .setParameter(
                        4, price.effectiveFrom().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .setParameter(5, now.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .setParameter(6, price.inputUncached())
                .setParameter(7, price.inputCached())
                .setParameter(8, price.cacheWrite())
                .setParameter(9, price.outputVisible())
                .setParameter(10, price.outputReasoning())
                .executeUpdate();
    }
}
