package io.candletrace.replay;

import io.candletrace.chart.Chart;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.AnalysisEvidence.LineageStep;
import io.candletrace.lineage.Sha256;
import io.candletrace.pipeline.ChartReading;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.RenderedPrompt;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    Stream<Check> of(Exhibit exhibit, Chart chart) {
        try {
            return compared(exhibit, reading.prompts(exhibit.template(), chart, asker(exhibit)));
        } catch (ServiceException unfillable) {
            return Stream.of(Check.drawn("prompt rendered again", "a prompt", unfillable.detail()));
        }
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

    private static Stream<Check> compared(Exhibit exhibit, List<RenderedPrompt> rendered) {
        var inquiry = exhibit.row().inquiry();
        var recorded = inquiry.promptSha256();
        var best = rendered.stream()
                .filter(prompt -> prompt.sha256().hex().equals(recorded))
                .findFirst()
                .orElse(rendered.getFirst());
        var sent = new RenderedPrompt(best.template(), best.system(), inquiry.promptText());
        return Stream.of(
                Check.kept("prompt_text", recorded, sent.sha256()),
                Check.drawn("prompt rendered again", recorded, best.sha256()));
    }

    private static Asker asker(Exhibit exhibit) {
        var strategy = exhibit.strategy();
        return new Asker(
                strategy.name(), strategy.description(), exhibit.row().subject().horizonBars());
    }
}
