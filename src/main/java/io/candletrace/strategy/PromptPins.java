package io.candletrace.strategy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.market.Timeframe;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the exact prompt versions that a strategy's words mean today, to be pinned. */
@ApplicationScoped
public class PromptPins {

    private static final Pattern VERSIONED = Pattern.compile("(.+)@([1-9][0-9]{0,8})");

    private final Prompts prompts;

    PromptPins(Prompts prompts) {
        this.prompts = prompts;
    }

    /**
     * The template of every timeframe: {@code name@version}, the active one of {@code name}, or of {@code intraday}, {@code
     * daily}, {@code weekly} or {@code monthly} where the draft says nothing. Fails with {@code IMPOSSIBLE_REQUEST} when there is none.
     */
    public Uni<Map<Timeframe, PromptTemplateId>> pin(StrategyDraft draft) {
        return Multi.createFrom()
                .iterable(draft.timeframes())
                .onItem()
                .transformToUniAndConcatenate(timeframe -> pin(timeframe, draft))
                .collect()
                .asMap(Pin::timeframe, Pin::template);
    }

    private Uni<Pin> pin(Timeframe timeframe, StrategyDraft draft) {
        var wanted = draft.prompts().getOrDefault(timeframe, timeframe.chartType());
        return find(wanted)
                .map(found -> found.orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        "prompts: expected the name of a prompt for " + timeframe.code() + ", found '" + wanted + "'")))
                .map(template -> new Pin(timeframe, template.id()));
    }

    private Uni<Optional<Recorded<PromptTemplateId, PromptTemplate>>> find(String wanted) {
        var versioned = VERSIONED.matcher(wanted);
        return versioned.matches()
                ? prompts.version(versioned.group(1), Integer.parseInt(versioned.group(2)))
                : prompts.active(wanted);
    }

    private record Pin(Timeframe timeframe, PromptTemplateId template) {}
}
