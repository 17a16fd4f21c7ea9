package io.candletrace.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.analysis.Recommendation;
import io.candletrace.market.BarSeries;
import io.candletrace.market.Timeframe;
import io.candletrace.testing.IntradaySamples;
import io.candletrace.testing.SampleAnalyses;
import io.candletrace.testing.SampleVerdicts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalExpiryTest {
    private static final int HORIZON = 5;

    @Test
    void liesInTheNextSession_whenTheLastBarIsNearTheClose() {
        // Given
        var wednesdayHalfPastThree = Instant.parse("2020-11-25T20:30:00Z");

        // When
        var signal = decide(IntradaySamples.stock(Timeframe.THIRTY_MINUTES, 40, wednesdayHalfPastThree));

        // Then
        assertThat(signal.expiresAt())
                .as("one bar is left on Wednesday, none on Thanksgiving, four of the half day after it")
                .isEqualTo(Instant.parse("2020-11-27T16:30:00Z"));
    }

    @Test
    void liesAfterMidnight_whenTheMarketNeverCloses() {
        var signal = decide(IntradaySamples.crypto(Timeframe.ONE_HOUR, 40, Instant.parse("2024-05-31T22:00:00Z")));

        assertThat(signal.expiresAt()).isEqualTo(Instant.parse("2024-06-01T03:00:00Z"));
    }

    private static Signal decide(BarSeries series) {
        var question = SampleAnalyses.question("gpt", series);
        var analysis = SampleAnalyses.completed(1, question, SampleVerdicts.of(Recommendation.HOLD));
        return SignalDecision.decide(SignalPolicy.DEFAULT, List.of("gpt"), HORIZON, List.of(analysis));
    }
}
