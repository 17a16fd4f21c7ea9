package io.candletrace.journal.postgres;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.analysis.Usage;
import io.candletrace.analysis.Verdict;
import io.candletrace.indicator.IndicatorCatalogue;
import io.candletrace.journal.Provenance;
import io.candletrace.lineage.ModelPriceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Analyses to rows, and back. */
final class AnalysisRows {
    private static final int CONFIDENCE_SCALE = 4;

    private AnalysisRows() {}

    static AnalysisEntity row(Provenance provenance, Analysis analysis) {
        var row = row(analysis);
        row.executionId = provenance.execution().value();
        row.strategyId = provenance.strategy().value();
        return row;
    }

    /** What a row says of an analysis, wherever it comes from. */
    static AnalysisEntity row(Analysis analysis) {
        var row = new AnalysisEntity();
        row.kind = kind(analysis.question());
        row.replayOfId =
                analysis.question().replay().map(replay -> replay.of().value()).orElse(null);
        question(row, analysis.question());
        row.responseText = analysis.responseText();
        row.responseModel = analysis.responseModel().orElse(null);
        row.status = word(analysis.status());
        row.errorMessage = analysis.error().orElse(null);
        row.decidedAt = analysis.decidedAt();
        row.analyzedAt = analysis.decidedAt();
        row.latencyMs = analysis.latency().toMillis();
        row.claims = analysis.claims().stream().map(ClaimColumn::write).toList();
        spending(row, analysis.spending());
        verdict(row, analysis.verdict());
        return row;
    }

    static String kind(Question question) {
        return question.replay().isPresent() ? "replay" : "chart";
    }

    static Analysis analysis(AnalysisEntity row, Question question) {
        return new Analysis(
                question,
                AnalysisStatus.valueOf(row.status.toUpperCase(Locale.ROOT)),
                row.responseText,
                Optional.ofNullable(row.verdict).map(VerdictColumn::read),
                Optional.ofNullable(row.errorMessage),
                Duration.ofMillis(row.latencyMs),
                Optional.ofNullable(row.responseModel),
                row.decidedAt,
                spending(row),
                row.claims.stream().map(ClaimColumn::read).toList());
    }

    private static Spending spending(AnalysisEntity row) {
        return new Spending(
                new Usage(row.inputUncached, row.inputCached, row.cacheWrite, row.outputVisible, row.outputReasoning),
                Optional.ofNullable(row.costUsd),
                Optional.ofNullable(row.modelPriceId).map(ModelPriceId::new));
    }

    private static void question(AnalysisEntity row, Question question) {
        var indicated = question.chart().value().chart().series();
        var series = indicated.series();
        row.chartId = question.chart().id().value();
        row.symbol = series.instrument().symbol().value();
        row.timeframe = series.timeframe().code();
        row.source = series.source();
        row.promptTemplateId = question.prompt().template().value();
        row.promptText = question.prompt().text();
        row.promptSha256 = question.prompt().sha256().hex();
        row.modelName = question.model().modelName();
        row.modelConfig = question.model().name();
        row.modelConfigSha256 = question.model().sha256().hex();
        row.provider = question.model().provider();
        row.indicatorsMetadata = indicated.metadata();
        row.indicatorConvention = IndicatorCatalogue.CONVENTION;
        row.horizonBars = question.horizonBars();
        row.sampleNo = question.sampleNo();
        row.asOf = series.asOf();
        row.lastBarClosedAt = series.last().closesAt();
    }

    private static void spending(AnalysisEntity row, Spending spending) {
        var usage = spending.usage();
        row.costUsd = spending.usd().orElse(null);
        row.modelPriceId = spending.price().map(ModelPriceId::value).orElse(null);
        row.inputUncached = usage.inputUncached();
        row.inputCached = usage.inputCached();
        row.cacheWrite = usage.cacheWrite();
        row.outputVisible = usage.outputVisible();
        row.outputReasoning = usage.outputReasoning();
        row.tokensUsed = usage.total();
    }

    private static void verdict(AnalysisEntity row, Optional<Verdict> given) {
        row.supportLevels = given.map(Verdict::supportLevels).orElse(List.of());
        row.resistanceLevels = given.map(Verdict::resistanceLevels).orElse(List.of());
        row.keyPatterns = given.map(Verdict::keyPatterns).orElse(List.of());
        row.levels = given.map(VerdictColumn::levels).orElse(Map.of());
        given.ifPresent(verdict -> {
            row.verdict = VerdictColumn.write(verdict);
            row.trendDirection = word(verdict.trend());
            row.recommendation = verdict.recommendation().name();
            row.confidenceScore =
                    verdict.confidence().map(AnalysisRows::rounded).orElse(null);
        });
    }

    private static BigDecimal rounded(BigDecimal confidence) {
        return confidence.setScale(CONFIDENCE_SCALE, RoundingMode.HALF_EVEN);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
