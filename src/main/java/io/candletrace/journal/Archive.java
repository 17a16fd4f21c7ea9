package io.candletrace.journal;

import io.candletrace.lineage.AnalysisId;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.ExecutionId;
import io.candletrace.lineage.SignalId;
import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the evidence. Lists are newest first and hold what every filter that is present lets pass; a window's times bound when
 * a row was made. Everything here fails with {@code DATABASE_UNAVAILABLE} when the database does not answer.
 */
public interface Archive {

    /** Charts by when they were generated. */
    Uni<List<ChartRecord>> charts(ChartFilter filter, Window window);

    /** The chart of this id; empty when there is none. */
    Uni<Optional<ChartRecord>> chart(ChartId id);

    /** Analyses by when they were analysed. */
    Uni<List<AnalysisRecord>> analyses(AnalysisFilter filter, Window window);

    /** The analysis of this id; empty when there is none. */
    Uni<Optional<AnalysisRecord>> analysis(AnalysisId id);

    /** The calls behind an analysis, in the order they were sent; none for {@code rules-v1}. */
    Uni<List<CallRecord>> calls(AnalysisId id);

    /** Signals by when they were generated. */
    Uni<List<SignalRecord>> signals(SignalFilter filter, Window window);

    /** The signal of this id; empty when there is none. */
    Uni<Optional<SignalRecord>> signal(SignalId id);

    /** Everything a signal came from; empty when there is no such signal. */
    Uni<Optional<Lineage>> lineage(SignalId id);

    /** Steps of an execution by when they started. */
    Uni<List<StepRecord>> steps(ExecutionId execution, Window window);

    /** Which charts. */
    record ChartFilter(
            Optional<Long> execution, Optional<String> symbol, Optional<String> timeframe, Optional<String> status) {}

    /**
     * Which analyses.
     *
     * @param kind {@code chart} or {@code replay}
     * @param replayOf only replays that stand against this analysis
     */
    record AnalysisFilter(
            Optional<Long> execution,
            Optional<Long> chart,
            Optional<String> symbol,
            Optional<String> timeframe,
            Optional<String> model,
            Optional<String> status,
            Optional<String> kind,
            Optional<Long> replayOf) {
        /** The replays that stand against an analysis. */
        public static AnalysisFilter replaysOf(long analysis) {
            return new AnalysisFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(analysis));
        }
    }

    /**
     * Which signals.
     *
     * @param chart one that any of its analyses read
     * @param analysis one that it cites in any role
     * @param strategy name
     */
    record SignalFilter(
            Optional<Long> execution,
            Optional<Long> chart,
            Optional<Long> analysis,
            Optional<String> symbol,
            Optional<String> strategy,
            Optional<String> type,
            Optional<String> status) {

        /** Every signal. */
        public static SignalFilter any() {
            return of(Optional.empty(), Optional.empty());
        }

        /** The signals of an execution. */
        public static SignalFilter ofExecution(long execution) {
            return of(Optional.of(execution), Optional.empty());
        }

        /** The signals that came from a chart. */
        public static SignalFilter ofChart(long chart) {
            return of(Optional.empty(), Optional.of(chart));
        }

        private static SignalFilter of(Optional<Long> execution, Optional<Long> chart) {
            return new SignalFilter(
                    execution,
                    chart,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * What a signal came from.
     *
     * @param signal the signal
     * @param citations every analysis it cites, the one that the signal is of first, then whoever decided with it
     * @param charts the charts those read, each once, by id
     * @param steps everything its task did, oldest first
     * @param voided why it was voided, when it was
     */
    record Lineage(
            SignalRecord signal,
            List<Citation> citations,
            List<ChartRecord> charts,
            List<StepRecord> steps,
            Optional<Voiding> voided) {}

    /**
     * An analysis and what it did.
     *
     * @param role {@code decides confirms vetoes observes}
     */
    record Citation(String role, AnalysisRecord analysis) {}

    /** Why and when a signal was voided. */
    record Voiding(String reason, Instant at) {}
}
