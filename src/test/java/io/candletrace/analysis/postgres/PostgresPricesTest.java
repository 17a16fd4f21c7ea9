package io.candletrace.analysis.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.ConfiguredPrice;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.PriceList;
import io.candletrace.analysis.PriceRecord;
import io.candletrace.analysis.Prices;
import io.candletrace.lineage.Window;
import io.candletrace.testing.Await;
import io.candletrace.testing.Database;
import io.candletrace.testing.PostgresResource;
import io.candletrace.testing.SamplePrices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class PostgresPricesTest {
    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LAST_OF_MAY = Instant.parse("2026-05-31T23:59:59.999999Z");
    /** How far the service's clock may move between two looks when it follows the database's. */
    private static final Duration DRIFT = Duration.ofSeconds(5);

    private static final PriceRecord.Origin ORIGIN = new PriceRecord.Origin(PriceRecord.Origin.API, "test", "");

    @Inject
    Prices prices;

    @Inject
    PriceList list;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Test
    void knowsNoPrice_beforeTheFirst() {
        add("before-first", "default", JANUARY, "1");

        assertThat(at("before-first", "default", JANUARY.minusNanos(1_000))).isEmpty();
        assertThat(at("before-first", "default", JANUARY)).hasValue("1");
    }

    @Test
    void takesTheLatestThatIsEffective() {
        add("latest", "default", JUNE, "2");
        add("latest", "default", JANUARY, "1");

        assertThat(at("latest", "default", LAST_OF_MAY)).hasValue("1");
        assertThat(at("latest", "default", JUNE)).hasValue("2");
    }

    @Test
    void takesTheLastEntered_ofThoseEffectiveAtOnce() {
        add("corrected", "default", JANUARY, "1");
        add("corrected", "default", JANUARY, "3");

        assertThat(at("corrected", "default", JUNE)).hasValue("3");
    }

    @Test
    void tellsTiersApart() {
        add("tiers", "flex", JANUARY, "0.5");

        assertThat(at("tiers", "flex", JUNE)).hasValue("0.5");
        assertThat(at("tiers", "default", JUNE)).isEmpty();
        assertThat(at("no-such-model", "flex", JUNE)).isEmpty();
    }

    @Test
    void keepsPrices_exactly() {
        var kept = add("exact", "default", JANUARY, "0.000001");

        assertThat(Await.item(() -> list.find(kept.id()))).hasValueSatisfying(found -> {
            assertThat(found.price())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(kept.price());
            assertThat(found.origin()).isEqualTo(ORIGIN);
            assertThat(found.createdAt()).isEqualTo(kept.createdAt());
        });
    }

    @Test
    void listsTheLatestEffectiveFirst_pageByPage() {
        add("paged", "default", JANUARY, "1");
        add("paged", "default", JUNE, "2");
        add("paged", "flex", JANUARY, "3");
        add("paged", "default", JANUARY, "4");

        var first = page("paged", OptionalLong.empty());
        var second = page("paged", OptionalLong.of(first.getLast().id().value()));

        assertThat(inputs(first)).containsExactly("2", "4");
        assertThat(inputs(second)).containsExactly("3", "1");
    }

    @Test
    void listsWhatIsInEffect_onceAModelAndTier() {
        add("in-effect", "default", JANUARY, "1");
        add("in-effect", "default", JANUARY, "2");
        add("in-effect", "flex", JANUARY, "3");
        add("in-effect", "default", JUNE, "4");

        assertThat(inputs(inEffect("in-effect", LAST_OF_MAY))).containsExactly("3", "2");
        assertThat(inputs(inEffect("in-effect", JUNE))).containsExactly("4", "3");
        assertThat(inEffect("in-effect", JANUARY.minusSeconds(1))).isEmpty();
    }

    @Test
    void entersAConfiguredPrice_onceAndFromTheEpochOn() {
        configure(undated("seeded", "2.5"));
        configure(undated("seeded", "2.500"));

        assertThat(rows("seeded")).containsExactly("1970-01-01 00:00:00 2.500000 configuration");
    }

    @Test
    void entersAChangedPrice_fromNowOn() {
        configure(undated("raised", "2.5"));
        var before = now();

        configure(undated("raised", "3"));
        configure(undated("raised", "3"));

        assertThat(rows("raised")).hasSize(2).first().asString().endsWith(" 3.000000 configuration");
        assertThat(newest("raised").price().effectiveFrom()).isBetween(before.minus(DRIFT), now().plus(DRIFT));
        assertThat(at("raised", "default", before.minus(DRIFT))).hasValue("2.5");
        assertThat(at("raised", "default", now().plus(DRIFT))).hasValue("3");
    }

    @Test
    void entersAPriceAgain_afterAnother() {
        configure(undated("back", "1"));
        configure(undated("back", "2"));
        configure(undated("back", "1"));

        assertThat(rows("back")).hasSize(3);
        assertThat(at("back", "default", now().plus(DRIFT))).hasValue("1");
    }

    @Test
    void takesTheTimeThatTheConfigurationSays() {
        configure(undated("dated", "1"));
        configure(dated("dated", JUNE, "2"));
        configure(dated("dated", JUNE, "2"));
        configure(dated("dated", JANUARY, "2"));

        assertThat(rows("dated"))
                .containsExactly(
                        "2026-01-01 00:00:00 2.000000 configuration",
                        "2026-06-01 00:00:00 2.000000 configuration",
                        "1970-01-01 00:00:00 1.000000 configuration");
    }

    @Test
    void leavesAPriceOfTheApiInEffect_whenItIsEffectiveLater() {
        configure(undated("overruled", "1"));
        add("overruled", "default", JANUARY, "9");
        configure(undated("overruled", "1"));

        assertThat(at("overruled", "default", JUNE)).hasValue("9");
        assertThat(at("overruled", "default", JANUARY.minusSeconds(1))).hasValue("1");
    }

    @Test
    void entersAConfiguredPriceOnce_whenReplicasStartTogether() {
        var replicas = IntStream.range(0, 8)
                .mapToObj(replica -> list.configure(List.of(undated("raced", "1"), undated("raced-too", "2"))))
                .toList();

        Await.item(() -> Uni.join().all(replicas).andFailFast());

        assertThat(rows("raced")).hasSize(1);
        assertThat(rows("raced-too")).hasSize(1);
    }

    private PriceRecord add(String model, String tier, Instant from, String input) {
        return Await.item(() -> list.add(SamplePrices.price(model, tier, from, input), ORIGIN));
    }

    private void configure(ConfiguredPrice price) {
        Await.item(() -> list.configure(List.of(price)));
    }

    private static ConfiguredPrice undated(String model, String input) {
        return new ConfiguredPrice(SamplePrices.price(model, ModelPrice.DEFAULT_TIER, Instant.EPOCH, input), false);
    }

    private static ConfiguredPrice dated(String model, Instant from, String input) {
        return new ConfiguredPrice(SamplePrices.price(model, ModelPrice.DEFAULT_TIER, from, input), true);
    }

    private Optional<String> at(String model, String tier, Instant at) {
        return Await.item(() -> prices.at(model, tier, at)).map(found -> plain(found.value()));
    }

    private List<PriceRecord> page(String model, OptionalLong below) {
        var filter = new PriceList.Filter(Optional.of(model), Optional.empty(), Optional.empty());
        return Await.item(() -> list.list(filter, new Window(below, 2, Optional.empty(), Optional.empty())));
    }

    private List<PriceRecord> inEffect(String model, Instant at) {
        var filter = new PriceList.Filter(Optional.of(model), Optional.empty(), Optional.of(at));
        return Await.item(() -> list.list(filter, Window.newest(10)));
    }

    private PriceRecord newest(String model) {
        return page(model, OptionalLong.empty()).getFirst();
    }

    private static List<String> inputs(List<PriceRecord> found) {
        return found.stream().map(row -> plain(row.price())).toList();
    }

    private static String plain(ModelPrice price) {
        return price.inputUncached().stripTrailingZeros().toPlainString();
    }

    private List<String> rows(String model) {
        return database.column(
                "select to_char(effective_from at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' ' || input_uncached"
                        + " || ' ' || source from model_prices where model_config = ? order by id desc",
                model);
    }

    private Instant now() {
        return clock.instant();
    }
}
