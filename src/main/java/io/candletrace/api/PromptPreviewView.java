package io.candletrace.api;

import io.candletrace.lineage.ChartId;
import io.candletrace.pipeline.ChartReading.Asker;
import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.RenderedPrompt;
import java.util.Optional;

/**
 * What a version of a prompt would say about a chart.
 *
 * @param length characters of system text and user text together
 * @param note what is to be known about it
 */
record PromptPreviewView(
        long promptTemplateId,
        String name,
        String language,
        int version,
        long chartId,
        String strategy,
        int horizonBars,
        String systemText,
        String userText,
        String sha256,
        int length,
        boolean barsWithheld,
        Optional<String> note) {

    private static final String WITHHELD =
            "the source's terms do not allow its bars to be passed on as numbers: the table is"
                    + " left out, as it is for every model of somebody else; a model that is configured as your own is told it";

    static PromptPreviewView of(PromptVersion version, Shown shown, RenderedPrompt prompt) {
        var template = version.template().value();
        return new PromptPreviewView(
                prompt.template().value(),
                template.name(),
                template.language(),
                template.version(),
                shown.chart().value(),
                shown.asker().name(),
                shown.asker().horizonBars(),
                prompt.system(),
                prompt.text(),
                prompt.sha256().hex(),
                length(prompt.system()) + length(prompt.text()),
                shown.barsWithheld(),
                shown.barsWithheld() ? Optional.of(WITHHELD) : Optional.empty());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What it was shown for. */
    record Shown(ChartId chart, Asker asker, boolean barsWithheld) {}
}
