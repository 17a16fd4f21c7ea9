package io.candletrace.execution;

import io.candletrace.analysis.AnalysisConfig;
import io.candletrace.analysis.ModelPrice;
import io.candletrace.analysis.Usage;
import io.candletrace.analysis.VerdictSchema;
import io.candletrace.execution.Forecast.Needs;
import io.candletrace.execution.Forecast.Tokens;
import io.candletrace.execution.Forecast.Usd;
import io.candletrace.prompt.PromptTemplate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one question to a model takes.
 *
 * @param price what it charges; absent when nobody knows it
 */
record QuestionNeeds(Optional<ModelPrice> price) {
    /** Fewer analyses than this say little about the next. */
    static final int LEAST_HISTORY = 5;

    /** Longest answer in tokens where the configuration names none; a verdict with much reasoning stays below. */
    static final int ASSUMED_OUTPUT = 4_096;

    /** A table of 30 bars and one line for each of ten indicators, at about 80 characters a line. */
    private static final int TABLE_CHARS = 40 * 80;

    private static final int CHARS_PER_TOKEN = 4;
    /** A tenth of the analyses took less than the low end. */
    private static final int LOW_PERCENT = 10;

    /** As analyses before it: from the tenth percentile to the most, reckoned at today's price. At least one. */
    Needs observed(List<Usage> usages) {
        var tokens = usages.stream().map(Usage::total).sorted().toList();
        var costs = price.map(known -> usages.stream().map(known::cost).sorted().toList());
        return new Needs(
                new Tokens(low(tokens), tokens.getLast()), costs.map(sorted -> new Usd(low(sorted), sorted.getLast())));
    }

    /**
     * By its length: from the prompt alone to an answer and a repair at their longest. The repair sends the prompt again, with
     * the first answer in it.
     */
    Needs estimated(PromptTemplate template, AnalysisConfig.Model model) {
        var input = input(template, model);
        long output = model.maxOutputTokens().orElse(ASSUMED_OUTPUT);
        var inputs = input + input + output;
        return new Needs(
                new Tokens(input, inputs + 2 * output),
                price.map(known -> new Usd(least(known, input), known.most(inputs, 2 * output))));
    }

    private static long input(PromptTemplate template, AnalysisConfig.Model model) {
        long chars = template.systemText().length()
                + template.body().length()
                + TABLE_CHARS
                + VerdictSchema.text().length();
        return Math.ceilDiv(chars, CHARS_PER_TOKEN) + (model.vision() ? model.imageTokens() : 0);
    }

    private static BigDecimal least(ModelPrice price, long input) {
        return price.cost(new Usage(input, 0, 0, 0, 0)).min(price.cost(new Usage(0, input, 0, 0, 0)));
    }

    /** The smallest value that a tenth of them do not exceed. */
    private static <T> T low(List<T> sorted) {
        return sorted.get(Math.ceilDiv(sorted.size() * LOW_PERCENT, 100) - 1);
    }
}
