package io.candletrace.strategy;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.market.Timeframe;
import io.candletrace.prompt.Prompt;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptVersion;
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

    private static final Pattern PIN = Pattern.compile("([^/@]+)(?:/([^/@]+))?(?:@([1-9][0-9]{0,8}))?");

    private final Prompts prompts;

    PromptPins(Prompts prompts) {
        this.prompts = prompts;
    }

    /**
     * The template of every timeframe. The draft names a prompt ({@code name}, in English, or {@code name/language}), which means
     * the version that is active now, or one of its versions ({@code name@version}, {@code name/language@version}); where it says
     * nothing, {@code intraday}, {@code daily}, {@code weekly} or {@code monthly} is meant. Fails with {@code IMPOSSIBLE_REQUEST} when
     * there is none.
     */
    public Uni<Map<Timeframe, PromptTemplateId>> pin(StrategyDraft draft) {
        return Multi.createFrom()
                .iterable(draft.timeframes())
                .onItem()
                .transformToUniAndConcatenate(timeframe -> pin(timeframe, draft))
                .collect()
                .asMap(Pin::timeframe, Pin::template);
    }

    /** The version that a pin means, written as a draft writes it; empty when there is none. */
    public Uni<Optional<PromptTemplateId>> template(String wanted) {
        return find(wanted).map(found -> found.map(version -> version.template().id()));
    }

    private Uni<Pin> pin(Timeframe timeframe, StrategyDraft draft) {
        var wanted = draft.prompts().getOrDefault(timeframe, timeframe.chartType());
        return find(wanted)
                .map(found -> found.orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        "prompts: expected a prompt for " + timeframe.code()
                                + " as name, name@version, name/language or name/language@version, found '" + wanted
                                + "', and there is none")))
                .map(version -> new Pin(timeframe, version.template().id()));
    }

    private Uni<Optional<PromptVersion>> find(String wanted) {
        var pin = PIN.matcher(wanted);
        if (!pin.matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        var version = Optional.ofNullable(pin.group(3)).map(Integer::parseInt);
        return PromptKey.language(Optional.ofNullable(pin.group(2)).orElse(PromptKey.DEFAULT_LANGUAGE))
                .map(language -> find(new PromptKey(pin.group(1), language), version))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<PromptVersion>> find(PromptKey key, Optional<Integer> version) {
        return version.map(number -> prompts.version(key, number))
                .orElseGet(() -> prompts.named(key).map(found -> found.map(Prompt::active)));
    }

    private record Pin(Timeframe timeframe, PromptTemplateId template) {}
}
