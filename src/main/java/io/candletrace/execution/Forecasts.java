package io.candletrace.execution;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.Analysts;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Prices;
import io.candletrace.execution.Forecast.Basis;
import io.candletrace.execution.Forecast.Calls;
import io.candletrace.execution.Forecast.ModelForecast;
import io.candletrace.execution.Forecast.Needs;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.CostArchive;
import io.candletrace.lineage.ModelPriceId;
import io.candletrace.lineage.PromptTemplateId;
import io.candletrace.lineage.Recorded;
import io.candletrace.prompt.Prompts;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Says what an execution would ask for and cost: writes nothing, asks no model and fetches no bar. */
@ApplicationScoped
public class Forecasts {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST_HISTORY = 1_000;
    /** An answer and its repair. */
    private static final int ROUNDS = 2;

    private final Intake intake;
    private final Analysts analysts;
    private final AnalysisConfig settings;
    private final Prices prices;
    private final Prompts prompts;
    private final CostArchive history;
    private final ExecutionConfig config;
    private final Clock clock;

    Forecasts(
            Intake intake,
            Analysts analysts,
            AnalysisConfig settings,
            Prices prices,
            Prompts prompts,
            CostArchive history,
            ExecutionConfig config,
            Clock clock) {
        this.intake = intake;
        this.analysts = analysts;
        this.settings = settings;
        this.prices = prices;
        this.prompts = prompts;
        this.history = history;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Forecasts a request. Fails as {@link Executions#accept} does, and with {@code IMPOSSIBLE_REQUEST} when the strategy asks a
     * model that the configuration no longer names.
     */
    public Uni<Forecast> forecast(ExecutionRequest request) {
        return intake.check(request)
                .chain(intent -> models(intent)
                        .map(models -> new Forecast(intent.version(), intent.asOf(), intent.symbols(), models)));
    }

    private Uni<List<ModelForecast>> models(Intent intent) {
        return Multi.createFrom()
                .iterable(intent.version().models())
                .onItem()
                .transformToUniAndConcatenate(name -> model(intent, named(name)))
                .collect()
                .asList();
    }

    private Uni<ModelForecast> model(Intent intent, ModelConfig model) {
        if (model.rules()) {
            return Uni.createFrom()
                    .item(new ModelForecast(model.name(), Basis.NONE, Calls.NONE, Needs.NONE, Optional.empty()));
        }
        return price(model).chain(price -> model(intent, model.name(), price));
    }

    private Uni<ModelForecast> model(Intent intent, String model, Optional<Recorded<ModelPriceId, ModelPrice>> price) {
        var reckoning = new QuestionNeeds(price.map(Recorded::value));
        return Multi.createFrom()
                .iterable(intent.version().timeframes())
                .map(timeframe -> Optional.ofNullable(intent.version().prompts().get(timeframe))
                        .orElseThrow())
                .onItem()
                .transformToUniAndConcatenate(prompt -> question(prompt, model, reckoning))
                .collect()
                .asList()
                .map(questions -> model(intent, model, price.map(Recorded::id), questions));
    }

    private ModelForecast model(Intent intent, String model, Optional<ModelPriceId> price, List<Question> questions) {
        var symbols = intent.symbols().size();
        var needs = questions.stream().map(Question::needs).reduce(Needs.NONE, Needs::plus);
        var known = questions.stream().allMatch(question -> question.basis() == Basis.HISTORY);
        long asked = (long) questions.size() * symbols;
        return new ModelForecast(
                model,
                known ? Basis.HISTORY : Basis.ESTIMATE,
                new Calls(
                        asked,
                        asked
                                * config.attempts()
                                * ROUNDS
                                * (1L + setting(model).retries())),
                needs.times(symbols),
                price);
    }

    private Uni<Question> question(PromptTemplateId prompt, String model, QuestionNeeds reckoning) {
        return history.usages(prompt, model, clock.instant().minus(LATELY), MOST_HISTORY)
                .chain(usages -> usages.size() >= QuestionNeeds.LEAST_HISTORY
                        ? Uni.createFrom().item(new Question(Basis.HISTORY, reckoning.observed(usages)))
                        : estimated(prompt, model, reckoning));
    }

    private Uni<Question> estimated(PromptTemplateId prompt, String model, QuestionNeeds reckoning) {
        return prompts.find(prompt)
                .map(found -> found.orElseThrow().value())
                .map(template -> new Question(Basis.ESTIMATE, reckoning.estimated(template, setting(model))));
    }

    private Uni<Optional<Recorded<ModelPriceId, ModelPrice>>> price(ModelConfig model) {
        var tier = ModelPrice.tier(setting(model.name()).serviceTier());
        return prices.at(model.name(), tier, clock.instant());
    }

    private ModelConfig named(String name) {
        return analysts.find(name)
                .orElseThrow(() -> new ServiceException(
                        FailureReason.IMPOSSIBLE_REQUEST,
                        "models: the strategy asks '" + name + "', which the configuration does not name"));
    }

    private AnalysisConfig.Model setting(String model) {
        return Optional.ofNullable(settings.models().get(model)).orElseThrow();
    }

    private record Question(Basis basis, Needs needs) {}
}
