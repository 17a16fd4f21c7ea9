package io.candletrace.analysis;

import io.candletrace.lineage.ChartId;
import io.candletrace.lineage.Recorded;
import io.candletrace.lineage.TaskId;
import io.candletrace.prompt.RenderedPrompt;
import io.candletrace.storage.StoredChart;
import java.util.Optional;

/**
 * What an analyst is asked.
 *
 * @param task whose work this is
 * @param attempt of the task, from 1
 * @param chart the recorded chart that is read
 * @param model who is asked
 * @param prompt what is asked
 * @param horizonBars how many bars ahead the answer is about; positive
 * @param sampleNo from 1; a user's retry asks again under the next
 * @param account who pays
 * @param replay why it is asked again; absent when it is asked for a signal
 */
public record Question(
        TaskId task,
        int attempt,
        Recorded<ChartId, StoredChart> chart,
        ModelConfig model,
        RenderedPrompt prompt,
        int horizonBars,
        int sampleNo,
        Account account,
        Optional<Replay> replay) {
    /** A question that is asked for a signal. */
    public Question(
            TaskId task,
            int attempt,
            Recorded<ChartId, StoredChart> chart,
            ModelConfig model,
            RenderedPrompt prompt,
            int horizonBars,
            int sampleNo,
            Account account) {
        this(task, attempt, chart, model, prompt, horizonBars, sampleNo, account, Optional.empty());
    }

    /** The same, asked again. */
    public Question again(Replay why) {
        return new Question(task, attempt, chart, model, prompt, horizonBars, sampleNo, account, Optional.of(why));
    }
}
