package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.market.Timeframe;
import io.candletrace.signal.SignalPolicy.WithoutConfirmation;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignalPolicyTest {
    @Test
    void holdsWithoutConfirmation_whenNothingIsSaid() {
        assertThat(SignalPolicy.parse(Map.of())).isEqualTo(SignalPolicy.DEFAULT);
        assertThat(SignalPolicy.DEFAULT.withoutConfirmation()).isEqualTo(WithoutConfirmation.HOLD);
    }

    @Test
    void readsBackWhatItWrote() {
        // Given
        var policy = new SignalPolicy(Optional.of("gpt"), Optional.of(Timeframe.WEEKLY), WithoutConfirmation.NO_SIGNAL);

        // When
        var written = policy.toMap();

        // Then
        assertThat(written).hasToString("{deciding_model=gpt, primary_timeframe=1w, without_confirmation=no_signal}");
        assertThat(SignalPolicy.parse(written)).isEqualTo(policy);
        assertThat(SignalPolicy.parse(SignalPolicy.DEFAULT.toMap())).isEqualTo(SignalPolicy.DEFAULT);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(
                        Map.of("model", "gpt"), "deciding_model, primary_timeframe, without_confirmation", "'model'"),
                Arguments.of(Map.of("primary_timeframe", "2d"), "primary_timeframe: expected 1m, 5m", "'2d'"),
                Arguments.of(Map.of("primary_timeframe", 1), "primary_timeframe: expected a text", "'1'"),
                Arguments.of(Map.of("deciding_model", " "), "deciding_model: expected a text", "' '"),
                Arguments.of(Collections.singletonMap("deciding_model", null), "expected a text", "'null'"),
                Arguments.of(Map.of("without_confirmation", "HOLD"), "expected hold, ignore or no_signal", "'HOLD'"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refuses_andSaysWhatIsAllowed(Map<String, ?> json, String expected, String found) {
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() -> SignalPolicy.parse(json))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(FailureReason.IMPOSSIBLE_REQUEST))
                .withMessageContaining(expected)
                .withMessageContaining(found);
    }

    @Test
    void refusesWhatTheStrategyDoesNotList() {
        // Given
        var models = List.of("rules-v1");
        var timeframes = List.of(Timeframe.DAILY);

        // Then
        assertThatNoException().isThrownBy(() -> SignalPolicy.DEFAULT.requireFits(models, timeframes));
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() ->
                        SignalPolicy.parse(Map.of("deciding_model", "gpt")).requireFits(models, timeframes))
                .withMessage("deciding_model: expected one of the strategy's models [rules-v1], found 'gpt'");
        assertThatExceptionOfType(ServiceException.class)
                .isThrownBy(() ->
                        SignalPolicy.parse(Map.of("primary_timeframe", "1w")).requireFits(models, timeframes))
                .withMessage("primary_timeframe: expected one of the strategy's 1d, found '1w'");
    }

    @Test
    void letsTheFirstRealModelDecide() {
        assertThat(SignalPolicy.DEFAULT.decider(List.of("rules-v1"))).isEqualTo("rules-v1");
        assertThat(SignalPolicy.DEFAULT.decider(List.of("rules-v1", "gpt", "claude")))
                .isEqualTo("gpt");
        assertThat(SignalPolicy.parse(Map.of("deciding_model", "claude")).decider(List.of("gpt", "claude")))
                .isEqualTo("claude");
    }
}
