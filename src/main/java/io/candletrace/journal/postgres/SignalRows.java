package io.candletrace.journal.postgres;

import io.candletrace.indicator.Indicator;
import io.candletrace.journal.ChartUrls;
import io.candletrace.journal.Provenance;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Signals to rows. */
@ApplicationScoped
class SignalRows {
    private final ChartUrls urls;
    private final Clock clock;

    SignalRows(ChartUrls urls, Clock clock) {
        this.urls = urls;
        this.clock = clock;
    }

    SignalEntity signal(Provenance provenance, Signal signal, List<String> timeframes) {
        var row = new SignalEntity();
        row.executionId = provenance.execution().value();
        row.strategyId = provenance.strategy().value();
        row.strategyVersionId = provenance.strategyVersion().value();
        row.instrumentId = provenance.instrument().value();
        row.llmAnalysisId = signal.deciding().id().value();
        row.signalType = signal.type().name();
        row.reasoning = signal.reasoning();
        row.timeframePrimary = signal.primary().code();
        row.timeframeConfirmation = signal.confirmation().map(Timeframe::code).orElse(null);
        row.confidence = signal.confidence()
                .map(value -> value.setScale(4, RoundingMode.HALF_EVEN))
                .orElse(null);
        row.generatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.expiresAt = signal.expiresAt();
        row.status = "active";
        signal.levels().ifPresent(levels -> levels(row, levels));
        decided(row, signal, timeframes);
        return row;
    }

    static SignalAnalysisEntity citation(long signalId, Signal.Citation citation) {
        var row = new SignalAnalysisEntity();
        row.signalId = signalId;
        row.llmAnalysisId = citation.analysis().value();
        row.role = citation.role().name().toLowerCase(Locale.ROOT);
        return row;
    }

    private void decided(SignalEntity row, Signal signal, List<String> timeframes) {
        var analysis = signal.deciding().value();
        var chart = analysis.question().chart();
        var indicated = chart.value().chart().series();
        row.chartId = chart.id().value();
        row.symbol = indicated.series().instrument().symbol().value();
        row.trend = signal.trend().name().toLowerCase(Locale.ROOT);
        row.horizonBars = analysis.question().horizonBars();
        row.source = indicated.series().source();
        row.asOf = indicated.series().asOf();
        row.decidedAt = analysis.decidedAt();
        row.lastBarClosedAt = indicated.series().last().closesAt();
        row.strategyMetadata = Map.of(
                "timeframes",
                timeframes,
                "indicators",
                indicated.spec().indicators().stream().map(Indicator::key).toList(),
                "chart_url",
                urls.jpeg(chart.value().jpegKey()));
    }

    private static void levels(SignalEntity row, Signal.Levels levels) {
        row.entryPriceLow = levels.entry().low();
        row.entryPriceHigh = levels.entry().high();
        row.stopLoss = levels.stopLoss();
        row.targetConservative = levels.targetConservative();
        row.targetAggressive = levels.targetAggressive();
        row.rMultipleConservative = levels.rMultipleConservative();
        row.rMultipleAggressive = levels.rMultipleAggressive();
    }
}
