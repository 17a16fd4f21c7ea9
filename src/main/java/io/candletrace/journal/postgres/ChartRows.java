package io.candletrace.journal.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.chart.RenderSpec;
import io.candletrace.indicator.IndicatedSeries;
import io.candletrace.journal.ChartEvidence;
import io.candletrace.journal.ChartUrls;
import io.candletrace.journal.Provenance;
import io.candletrace.lineage.CanonicalJson;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Sha256;
import io.candletrace.market.Bar;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.FindingCode.Severity;
import io.candletrace.storage.ObjectKey;
import io.candletrace.storage.StoredChart;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charts and snapshots to rows, and back. */
@ApplicationScoped
class ChartRows {
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChartUrls urls;
    private final Clock clock;

    ChartRows(ChartUrls urls, Clock clock) {
        this.urls = urls;
        this.clock = clock;
    }

    ChartEntity chart(Provenance provenance, StoredChart stored, long snapshotId) {
        var chart = stored.chart();
        var row = new ChartEntity();
        row.executionId = provenance.execution().value();
        row.instrumentId = provenance.instrument().value();
        row.barSnapshotId = snapshotId;
        row.minioBucket = stored.bucket();
        row.minioObjectKey = stored.jpegKey().value();
        row.htmlObjectKey = stored.htmlKey().value();
        row.jpegSha256 = chart.jpeg().sha256().hex();
        row.htmlSha256 = chart.html().sha256().hex();
        row.pixelsSha256 = chart.pixels().hex();
        row.widthPx = chart.spec().widthPx();
        row.heightPx = chart.spec().heightPx();
        row.renderSpec = chart.spec().toMap();
        row.renderSpecSha256 = chart.spec().sha256().hex();
        row.renderer = object(chart.renderer());
        row.chartUrlJpeg = urls.jpeg(stored.jpegKey());
        row.chartUrlHtml = "";
        row.generatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.status = "active";
        describe(row, chart.series());
        return row;
    }

    /** The page's address holds the row's own id, so it is known only once the row is. */
    void address(ChartEntity row, ChartId id) {
        row.chartUrlHtml = urls.html(id);
    }

    private static void describe(ChartEntity row, IndicatedSeries indicated) {
        var series = indicated.series();
        var displayed = indicated.displayedBars();
        row.symbol = series.instrument().symbol().value();
        series.instrument().conid().ifPresent(conid -> row.conid = conid);
        row.timeframe = series.timeframe().code();
        row.chartType = series.timeframe().chartType();
        row.indicatorsApplied = indicated.spec().toMap();
        row.findings = series.findings().stream().map(ChartRows::finding).toList();
        row.source = series.source();
        row.dataPoints = displayed.size();
        row.startDate = displayed.getFirst().opensAt();
        row.endDate = series.last().closesAt();
        row.priceCurrent = series.last().close();
        row.priceChangePct = changePercent(series);
        row.volumeAvg = averageVolume(displayed);
        row.asOf = series.asOf();
    }

    static ChartEvidence evidence(ChartEntity chart, SnapshotEntity snapshot) {
        return new ChartEvidence(
                new ChartId(PostgresJournal.id(chart.id)),
                chart.asOf,
                chart.minioBucket,
                new ObjectKey(chart.minioObjectKey),
                new Sha256(chart.jpegSha256),
                new ObjectKey(chart.htmlObjectKey),
                new Sha256(chart.htmlSha256),
                new ObjectKey(snapshot.objectKey),
                new Sha256(snapshot.sha256),
                new Sha256(chart.pixelsSha256),
                RenderSpec.parse(chart.renderSpec),
                new Sha256(chart.renderSpecSha256),
                CanonicalJson.write(chart.renderer),
                chart.findings.stream().map(ChartRows::finding).toList());
    }

    private static BigDecimal changePercent(BarSeries series) {
        if (series.size() < 2) {
            return BigDecimal.ZERO;
        }
        var previous = series.bars().get(series.size() - 2).close();
        return series.last().close().subtract(previous).multiply(PERCENT).divide(previous, 4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal averageVolume(List<Bar> displayed) {
        return displayed.stream()
                .map(Bar::volume)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(displayed.size()), MathContext.DECIMAL64)
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    static Map<String, Object> finding(Finding finding) {
        var column = new LinkedHashMap<String, Object>();
        column.put("code", finding.code().name());
        column.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        column.put("session_date", finding.sessionDate().toString());
        finding.opensAt().ifPresent(time -> column.put("opens_at", time.toString()));
        column.put("detail", finding.detail());
        return column;
    }

    private static Finding finding(Map<String, Object> column) {
        return new Finding(
                FindingCode.valueOf(String.valueOf(column.get("code"))),
                Severity.valueOf(
                        String.valueOf(column.getOrDefault("severity", "flag")).toUpperCase(Locale.ROOT)),
                LocalDate.parse(String.valueOf(column.get("session_date"))),
                Optional.ofNullable(column.get("opens_at")).map(time -> Instant.parse(time.toString())),
                String.valueOf(column.get("detail")));
    }

    private static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (IOException cause) {
            throw new UncheckedIOException("our own canonical JSON does not parse: " + json, cause);
        }
    }
}
