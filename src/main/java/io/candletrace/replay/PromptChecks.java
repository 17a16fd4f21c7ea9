package io.candletrace.replay;

import io.candletrace.chart.Chart;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.AnalysisEvidence.LineageStep;
import io.candletrace.lineage.Sha256;
import io.candletrace.pipeline.ChartReading;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.RenderedPrompt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Words the prompt of an analysis again, and compares. */
@ApplicationScoped
class PromptChecks {
    private final ChartReading reading;

    PromptChecks(ChartReading reading) {
        this.reading = reading;
    }

    /** The version of the prompt is what it was when it was made. */
    static Check template(Exhibit exhibit) {
        var template = exhibit.template().value();
        return Check.kept(
                "prompt template " + template.key().pin(template.version()),
                exhibit.kept().templateSha256(),
                template.sha256());
    }

    /** The text that was sent is what it was, and is worded again. */
    Stream<Check> of(Exhibit exhibit, Chart chart) {
        var inquiry = exhibit.row().inquiry();
        var sent = RenderedPrompt.of(exhibit.template(), inquiry.promptText());
        return Stream.of(
                Check.kept("prompt_text", inquiry.promptSha256(), sent.sha256()),
                Check.drawn("prompt rendered again", inquiry.promptSha256(), rendered(exhibit, chart)));
    }

    /** The lineage has hashes of what was sent and of what was answered. */
    static Stream<Check> lineage(Exhibit exhibit) {
        var row = exhibit.row();
        var step = exhibit.kept().step();
        return Stream.concat(
                step
                        .flatMap(LineageStep::inputSha256)
                        .map(hash ->
                                Check.kept("prompt_sha256", hash, row.inquiry().promptSha256()))
                        .stream(),
                step
                        .flatMap(LineageStep::outputSha256)
                        .map(hash -> Check.kept(
                                "response_text in the lineage",
                                hash,
                                Sha256.of(row.answer().responseText())))
                        .stream());
    }

    /** What it hashes to, with or without its numbers, whichever was sent; or why it cannot be worded. */
    private String rendered(Exhibit exhibit, Chart chart) {
        try {
            var hashes = reading.prompts(exhibit.template(), chart, asker(exhibit)).stream()
                    .map(prompt -> prompt.sha256().hex())
                    .toList();
            return hashes.stream()
                    .filter(exhibit.row().inquiry().promptSha256()::equals)
                    .findFirst()
                    .orElse(hashes.getFirst());
        } catch (ServiceException unfillable) {
            return unfillable.detail();
        }
    }

    private static Asker asker(Exhibit exhibit) {
        var strategy = exhibit.strategy();
        return new Asker(
                strategy.name(), strategy.description(), exhibit.row().subject().horizonBars());
    }
}
