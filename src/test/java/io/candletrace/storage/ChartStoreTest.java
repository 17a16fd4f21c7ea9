package io.candletrace.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.candletrace.chart.Chart;
import io.candletrace.chart.Content;
import io.candletrace.chart.RenderSpec;
import io.candletrace.chart.Theme;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Adjustment;
import io.candletrace.market.BarSeries;
import io.candletrace.market.BarSnapshot;
import io.candletrace.market.PriceScale;
import io.candletrace.testing.FakeObjectStore;
import io.candletrace.testing.SampleBars;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartStoreTest {
    private static final byte[] JPEG = {1, 2, 3};
    private static final byte[] HTML = {4, 5};

    private final FakeObjectStore objects = new FakeObjectStore();
    private final ChartStore store = new ChartStore(objects);

    @Test
    void putsPicturePageAndBarsWhereTheirHashesSay() {
        // Given
        var series = series(Instant.parse("2025-10-31T23:59:59Z"));
        var snapshot = BarSnapshot.of(series);
        var folder = "charts/" + series.instrument().symbol() + "/1d/2025/10/";

        // When
        var stored = store.upload(chart(series, Content.of(JPEG))).await().indefinitely();

        // Then
        assertThat(stored.jpegKey().value()).isEqualTo(folder + Sha256.of(JPEG) + ".jpg");
        assertThat(stored.htmlKey().value()).isEqualTo(folder + Sha256.of(HTML) + ".html");
        assertThat(stored.snapshotKey().value()).isEqualTo("snapshots/" + snapshot.sha256());
        assertThat(stored.snapshotSha256()).isEqualTo(snapshot.sha256());
        assertThat(stored.bucket()).isEqualTo("fake-bucket");
        assertThat(objects.objects()).hasSize(3).containsEntry(stored.jpegKey(), JPEG);
        assertThat(objects.mediaTypes()).containsEntry(stored.jpegKey(), "image/jpeg");
    }

    @Test
    void givesTheBarsBack() {
        // Given
        var series = series(Instant.parse("2025-11-01T00:00:00Z"));
        var stored = store.upload(chart(series, Content.of(JPEG))).await().indefinitely();

        // When
        var snapshot = store.snapshot(stored.snapshotSha256()).await().indefinitely();

        // Then
        assertThat(stored.jpegKey().value()).contains("/2025/11/");
        assertThat(snapshot.series(series.asOf(), List.of())).isEqualTo(series);
    }

    @Test
    void storesNothingUnderAHashThatIsNotTheContents() {
        // Given
        var wrong = new WrongContent();

        // When
        var failure = catchThrowableOfType(
                ServiceException.class,
                () -> store.upload(chart(series(Instant.parse("2025-11-01T00:00:00Z")), wrong))
                        .await()
                        .indefinitely());

        // Then
        assertThat(failure.reason()).isEqualTo(FailureReason.OBJECT_DAMAGED);
        assertThat(objects.mediaTypes()).doesNotContainValue("image/jpeg");
    }

    private static BarSeries series(Instant asOf) {
        var sample = SampleBars.rising(5);
        return new BarSeries(
                sample.instrument(), sample.timeframe(), "csv", Adjustment.RAW, asOf, sample.bars(), List.of());
    }

    private static Chart chart(BarSeries series, Content jpeg) {
        var nothing = new IndicatorSpec(List.of());
        return new Chart(
                new IndicatedSeries(series, nothing, List.of(), 5),
                new RenderSpec(1280, 960, Theme.LIGHT, PriceScale.LINEAR, 5, nothing),
                jpeg,
                Content.of(HTML),
                Sha256.of("pixels"),
                "{}");
    }

    private record WrongContent() implements Content {
        @Override
        public Sha256 sha256() {
            return Sha256.of("something else");
        }

        @Override
        public Uni<byte[]> bytes() {
            return Uni.createFrom().item(JPEG);
        }
    }
}
