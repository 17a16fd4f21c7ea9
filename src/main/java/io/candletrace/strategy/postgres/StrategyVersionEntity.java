package io.candletrace.strategy.postgres;

import io.candletrace.analysis.SpendingLimits;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.lineage.Origin;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.StrategyId;
import io.candletrace.lineage.StrategyVersionId;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.persistence.JsonColumn;
import io.candletrace.signal.SignalPolicy;
import io.candletrace.strategy.StrategyDraft;
import io.candletrace.strategy.StrategyVersion;
import io.candletrace.strategy.StrategyVersion.Making;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcType;
import org.jspecify.annotations.Nullable;

/** A row of {@code strategy_versions}. */
@Entity
@Table(name = "strategy_versions")
class StrategyVersionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    long strategyId;
    int version;

    @JdbcType(JsonColumn.class)
    List<String> symbols;

    @JdbcType(JsonColumn.class)
    List<String> timeframes;

    @JdbcType(JsonColumn.class)
    Map<String, Object> indicators;

    int displayedBars;

    @JdbcType(JsonColumn.class)
    Map<String, Long> prompts;

    @JdbcType(JsonColumn.class)
    List<String> models;

    @JdbcType(JsonColumn.class)
    List<String> feeds;

    String adjustment;
    boolean acceptUnadjustedSplits;
    String priceScale;

    @Nullable
    String benchmark;

    int horizonBars;

    @JdbcType(JsonColumn.class)
    Map<String, Object> signalPolicy;

    @JdbcType(JsonColumn.class)
    Map<String, Object> riskParams;

    @JdbcType(JsonColumn.class)
    Map<String, Object> budget;

    String createdBy;
    String changeNote;
    Instant createdAt;

    static StrategyVersionEntity of(
            long strategy, int version, StrategyDraft draft, Map<Timeframe, PromptTemplateId> prompts) {
        var row = new StrategyVersionEntity();
        row.strategyId = strategy;
        row.version = version;
        row.prompts = prompts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().code(),
                        entry -> entry.getValue().value()));
        row.take(draft);
        return row;
    }

    StrategyVersionEntity madeBy(Origin origin, Instant at) {
        createdBy = origin.createdBy();
        changeNote = origin.changeNote();
        createdAt = at;
        return this;
    }

    private void take(StrategyDraft draft) {
        symbols = draft.symbols().stream().map(Symbol::value).toList();
        timeframes = draft.timeframes().stream().map(Timeframe::code).toList();
        indicators = draft.indicators().toMap();
        displayedBars = draft.displayedBars();
        models = draft.models();
        feeds = draft.feeds();
        adjustment = draft.adjustment().code();
        acceptUnadjustedSplits = draft.acceptUnadjustedSplits();
        priceScale = draft.priceScale().name().toLowerCase(Locale.ROOT);
        benchmark = draft.benchmark().map(Symbol::value).orElse(null);
        horizonBars = draft.horizonBars();
        signalPolicy = draft.policy().toMap();
        riskParams = draft.riskParams();
        budget = draft.budget().toMap();
    }

    StrategyVersion toDomain(StrategyEntity strategy) {
        return new StrategyVersion(
                new StrategyVersionId(id),
                new StrategyId(strategyId),
                strategy.name,
                strategy.description,
                version,
                symbols.stream().map(Symbol::new).toList(),
                timeframes.stream().map(StrategyVersionEntity::timeframe).toList(),
                IndicatorSpec.parse(indicators),
                displayedBars,
                pinned(),
                models,
                feeds,
                adjustment(),
                acceptUnadjustedSplits,
                PriceScale.valueOf(priceScale.toUpperCase(Locale.ROOT)),
                Optional.ofNullable(benchmark).map(Symbol::new),
                horizonBars,
                SignalPolicy.parse(signalPolicy),
                riskParams,
                SpendingLimits.parse(budget),
                new Making(new Origin(createdBy, changeNote), createdAt));
    }

    private Map<Timeframe, PromptTemplateId> pinned() {
        return prompts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> timeframe(entry.getKey()), entry -> new PromptTemplateId(entry.getValue())));
    }

    private Adjustment adjustment() {
        return Adjustment.ofCode(adjustment).orElseThrow();
    }

    private static Timeframe timeframe(String code) {
        return Timeframe.ofCode(code)
                .orElseThrow(() -> new IllegalStateException("a stored timeframe that nobody knows: '" + code + "'"));
    }
}
