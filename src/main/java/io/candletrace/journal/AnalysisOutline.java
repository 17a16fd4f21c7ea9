package io.candletrace.journal;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code llm_analyses} without its texts.
 *
 * @param id the row
 * @param asked what was asked
 * @param said what came of it
 */
public record AnalysisOutline(AnalysisId id, Asked asked, Said said) {

    /** Whether both are about the same chart. */
    public boolean sameChart(AnalysisOutline other) {
        return asked.chart().equals(other.asked.chart());
    }

    /**
     * What was asked.
     *
     * @param execution in which run
     * @param instrument about what
     * @param chart which chart was read
     * @param symbol for people
     * @param timeframe {@code 1d 1w 1mo}
     * @param model our name
     * @param modelConfig hash of what was configured for it
     * @param template the prompt's version
     * @param prompt the same in words: {@code name@version}, {@code name/language@version} where that is not English
     * @param sampleNo from 1
     * @param horizonBars bars of the chart's timeframe
     * @param close of the chart's last bar, in the instrument's currency
     */
    public record Asked(
            ExecutionId execution,
            InstrumentId instrument,
            ChartId chart,
            String symbol,
            String timeframe,
            String model,
            Sha256 modelConfig,
            PromptTemplateId template,
            String prompt,
            int sampleNo,
            int horizonBars,
            BigDecimal close) {}

    /**
     * What came of it.
     *
     * @param status {@code completed invalid refused truncated failed}
     * @param error why there is no verdict
     * @param verdict as the row has it; empty when there is none
     * @param tokens over all its calls
     * @param costUsd US dollars; absent when not known
     */
    public record Said(
            String status,
            Optional<String> error,
            Map<String, Object> verdict,
            long tokens,
            Optional<BigDecimal> costUsd) {
        /** Whether anything was answered, usable or not. */
        public boolean answered() {
            return !status.equals("failed");
        }

        /** Whether there is a verdict. */
        public boolean usable() {
            return !verdict.isEmpty();
        }

        /** A word of the verdict; absent when there is none. */
        public Optional<String> word(String field) {
            return Optional.ofNullable(verdict.get(field)).map(String::valueOf);
        }
    }
}
