package io.candletrace.analysis.openai;

import io.candletrace.analysis.Analysis;
import io.candletrace.analysis.Analyst;
import io.candletrace.analysis.Question;
import io.candletrace.thread.ConcurrencyLimit;
import io.candletrace.thread.Hop;
import io.smallrye.mutiny.Uni;

/** Asks one model behind an OpenAI-compatible endpoint, so many questions at a time as its configuration says. */
final class OpenAiAnalyst implements Analyst {
    private final Line line;
    private final ConcurrencyLimit limit;

    OpenAiAnalyst(Line line) {
        this.line = line;
        this.limit = new ConcurrencyLimit(line.settings().concurrency());
    }

    @Override
    public Uni<Analysis> analyse(Question question) {
        return Hop.back(limit.whenFree(
                () -> picture(question).chain(jpeg -> new Conversation(line, question, jpeg).hold())));
    }

    private Uni<byte[]> picture(Question question) {
        return line.settings().vision()
                ? question.chart().value().chart().jpeg().bytes()
                : Uni.createFrom().item(new byte[0]);
    }
}
