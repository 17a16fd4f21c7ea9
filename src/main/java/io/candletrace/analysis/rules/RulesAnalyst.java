package io.candletrace.analysis.rules;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Analyst;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The offline baseline, {@code rules-v1}. It reads the bars that the chart was drawn from, not the picture and not the prompt,
 * needs no network and no tokens, and always completes. Its confidence is a score.
 */
@ApplicationScoped
public class RulesAnalyst implements Analyst {
    private final Clock clock;

    RulesAnalyst(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Analysis> analyse(Question question) {
        return Uni.createFrom().item(() -> analysis(question));
    }

    private Analysis analysis(Question question) {
        var started = System.nanoTime();
        var chart = question.chart().value().chart().series();
        var verdict = RulesVerdict.of(chart);
        var answer = RulesVerdict.json(chart.series().instrument().symbol(), verdict);
        return new Analysis(
                question,
                AnalysisStatus.COMPLETED,
                answer,
                Optional.of(verdict),
                Optional.empty(),
                Duration.ofNanos(System.nanoTime() - started),
                Optional.empty(),
                clock.instant(),
                Spending.NONE,
                List.of());
    }
}
