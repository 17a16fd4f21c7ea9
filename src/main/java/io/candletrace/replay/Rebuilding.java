package io.candletrace.replay;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.AnalysisStatus;
import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.KeptAnswers;
import io.candletrace.analysis.KeptAnswers.KeptAnswer;
import io.candletrace.analysis.KeptAnswers.Reading;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.candletrace.journal.CallEvidence;
import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.storage.StoredChart;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes an analysis again: of a model from the bytes that it answered, of {@code rules-v1} from the bars. */
@ApplicationScoped
class Rebuilding {
    private final Analysts analysts;
    private final KeptAnswers answers;

    Rebuilding(Analysts analysts, KeptAnswers answers) {
        this.analysts = analysts;
        this.answers = answers;
    }

    /** What the evidence gives. */
    Uni<Analysis> analysis(Exhibit exhibit, Recorded<ChartId, StoredChart> chart) {
        var question = exhibit.question(chart);
        return exhibit.rules() ? baseline(question) : Hop.blocking(() -> answered(exhibit, question));
    }

    /** What a call's bytes say. */
    Reading read(Question question, CallEvidence call) {
        var answer = call.answer();
        return answers.read(
                question, new KeptAnswer(answer.body(), answer.length(), answer.sentAt(), answer.endedAt()));
    }

    private Uni<Analysis> baseline(Question question) {
        var rules = analysts.find(ModelConfig.RULES).orElseThrow();
        return analysts.analyst(rules).analyse(question);
    }

    private Analysis answered(Exhibit exhibit, Question question) {
        return exhibit.kept()
                .deciding()
                .map(call -> read(question, call).analysis())
                .orElseGet(() -> unanswered(exhibit, question));
    }

    /** Without an answer there is nothing to read, and only the row says why there is none. */
    private static Analysis unanswered(Exhibit exhibit, Question question) {
        var answer = exhibit.row().answer();
        return new Analysis(
                question,
                AnalysisStatus.FAILED,
                "",
                Optional.empty(),
                answer.errorMessage().or(() -> Optional.of("")),
                Duration.ZERO,
                Optional.empty(),
                answer.decidedAt(),
                Spending.NONE,
                List.of());
    }
}
