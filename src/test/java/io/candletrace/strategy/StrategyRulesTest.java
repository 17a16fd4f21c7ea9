package io.candletrace.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.candletrace.analysis.SpendingLimits;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.indicator.IndicatorSpec;
import io.candletrace.market.Adjustment;
import io.candletrace.market.PriceScale;
import io.candletrace.market.Symbol;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy;
import io.candletrace.testing.FakeAnalysts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyRulesTest {

    private static final List<Symbol> SYMBOLS = List.of(new Symbol("ALPHA"));
    private static final List<Timeframe> DAILY = List.of(Timeframe.DAILY);
    private static final List<String> MODELS = List.of("rules-v1");
    private static final Map<Timeframe, String> PROMPTS = Map.of();
    private static final Map<String, Object> POLICY = Map.of();

    private final StrategyRules rules = new StrategyRules(new FakeAnalysts("rules-v1", "vision"));

    @Test
    void lets_aSoundDraftPass() {
        assertThatNoException().isThrownBy(() -> rules.require(draft(SYMBOLS, DAILY, 160, MODELS, PROMPTS, POLICY)));
    }

    @ParameterizedTest
    @MethodSource
    void refuses(StrategyDraft draft, String told) {
        assertThatThrownBy(() -> rules.require(draft))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .hasMessageContaining(told);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                argumentSet(
                        "no symbols",
                        draft(List.of(), DAILY, 160, MODELS, PROMPTS, POLICY),
                        "symbols: expected at least 1 and at most 500 symbols, found 0"),
                argumentSet("501 symbols", draft(symbols(501), DAILY, 160, MODELS, PROMPTS, POLICY), "found 501"),
                argumentSet(
                        "a symbol twice",
                        draft(List.of(SYMBOLS.getFirst(), SYMBOLS.getFirst()), DAILY, 160, MODELS, PROMPTS, POLICY),
                        "found 'ALPHA' twice"),
                argumentSet(
                        "no timeframes",
                        draft(SYMBOLS, List.of(), 160, MODELS, PROMPTS, POLICY),
                        "timeframes: expected at least 1"),
                argumentSet(
                        "more bars than a chart can show",
                        draft(SYMBOLS, DAILY, 201, MODELS, PROMPTS, POLICY),
                        "displayed_bars"),
                argumentSet("no models", draft(SYMBOLS, DAILY, 160, List.of(), PROMPTS, POLICY), "models"),
                argumentSet(
                        "an unknown model",
                        draft(SYMBOLS, DAILY, 160, List.of("gpt-0"), PROMPTS, POLICY),
                        "models: expected some of [rules-v1, vision], found 'gpt-0'"),
                argumentSet(
                        "a prompt for a timeframe it does not read",
                        draft(SYMBOLS, DAILY, 160, MODELS, Map.of(Timeframe.WEEKLY, "weekly"), POLICY),
                        "prompts: expected the strategy's timeframes, found '1w'"),
                argumentSet(
                        "a deciding model it does not list",
                        draft(SYMBOLS, DAILY, 160, MODELS, PROMPTS, Map.of("deciding_model", "vision")),
                        "signal_policy.deciding_model"),
                argumentSet(
                        "a primary timeframe it does not read",
                        draft(SYMBOLS, DAILY, 160, MODELS, PROMPTS, Map.of("primary_timeframe", "1w")),
                        "signal_policy.primary_timeframe"));
    }

    private static List<Symbol> symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Symbol("S" + i)).toList();
    }

    private static StrategyDraft draft(
            List<Symbol> symbols,
            List<Timeframe> timeframes,
            int displayedBars,
            List<String> models,
            Map<Timeframe, String> prompts,
            Map<String, Object> policy) {
        return new StrategyDraft(
                "draft",
                "",
                symbols,
                timeframes,
                IndicatorSpec.parse(Map.of("RSI", Map.of("period", 14))),
                displayedBars,
                prompts,
                models,
                List.of(),
                Adjustment.RAW,
                false,
                PriceScale.LINEAR,
                Optional.empty(),
                5,
                SignalPolicy.parse(policy),
                Map.of(),
                SpendingLimits.NONE,
                new StrategyDraft.Timing(Optional.empty(), ZoneOffset.UTC, CatchUp.LATEST));
    }
}
