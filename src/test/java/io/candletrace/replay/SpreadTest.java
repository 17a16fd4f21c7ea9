package io.candletrace.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.candletrace.testing.Outlines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void tellsPrices_fromTheClose() {
        // Given a close of 200
        var replays = List.of(
                Outlines.saying(Map.of("stop_loss", 190, "confidence", 0.5)),
                Outlines.saying(Map.of("stop_loss", 198, "confidence", 0.7)),
                Outlines.saying(Map.of()));

        // When
        var spreads = Spread.all(Outlines.saying(Map.of("stop_loss", 195)), replays);

        // Then
        assertThat(spreads).extracting(Spread::level).containsExactly("confidence", "stop_loss");
        assertThat(spreads.getFirst().fromClose()).isEmpty();
        assertThat(spreads.getLast().samples()).isEqualTo(2);
        assertThat(spreads.getLast().original()).hasValue(new BigDecimal("195"));
        assertThat(spreads.getLast().range()).isEqualTo(range("190", "198", "194", "8"));
        assertThat(spreads.getLast().fromClose()).hasValue(range("-0.05", "-0.01", "-0.03", "0.04"));
    }

    @Test
    void takesListsItemByItem() {
        var replays = List.of(
                Outlines.saying(Map.of("targets", List.of(210, 220))),
                Outlines.saying(Map.of("targets", List.of(212))));

        var spreads = Spread.all(Outlines.saying(Map.of()), replays);

        assertThat(spreads).extracting(Spread::level).containsExactly("targets[0]", "targets[1]");
        assertThat(spreads).extracting(Spread::samples).containsExactly(2, 1);
    }

    private static Spread.Range range(String min, String max, String mean, String width) {
        return new Spread.Range(new BigDecimal(min), new BigDecimal(max), new BigDecimal(mean), new BigDecimal(width));
    }
}
