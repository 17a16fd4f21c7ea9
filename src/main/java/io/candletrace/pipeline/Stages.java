package io.candletrace.pipeline;

import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.CallLog;
import io.candletrace.chart.ChartConfig;
import io.candletrace.chart.ChartRenderer;
import io.candletrace.feed.BarFeed;
import io.candletrace.journal.Journal;
import io.candletrace.journal.StepStarts;
import io.candletrace.storage.ChartStore;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.Dependent;
import java.time.Clock;

/** Who does what in a pipeline. */
@Dependent
record Stages(
        BarFeed feed,
        ChartRenderer renderer,
        ChartConfig chart,
        ChartStore store,
        ChartReading reading,
        Analysts analysts,
        CallLog calls,
        Journal journal,
        StepStarts starts,
        MeterRegistry meters,
        Clock clock) {}
