package io.candletrace.journal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.candletrace.analysis.ParsedAnswer.Usable;
import io.candletrace.analysis.Verdict;
import io.candletrace.analysis.VerdictParser;
import io.candletrace.market.Symbol;
import io.candletrace.testing.SampleAnswers;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictColumnTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsBackWhatItWrote() throws JsonProcessingException {
        // Given
        var readings =
                "[{\"indicator\": \"RSI\", \"value\": 58.3}, {\"indicator\": \"OBV\", \"value\": -12345678}], \"key";
        var verdict = verdict(SampleAnswers.buy("SPY").replace("[], \"key", readings));

        // When
        var read = VerdictColumn.read(stored(VerdictColumn.write(verdict)));

        // Then
        assertThat(verdict.readings()).hasSize(2);
        assertThat(read)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(verdict);
    }

    @Test
    void readsVerdicts_fromBeforeThereWereReadings() throws JsonProcessingException {
        // Given
        var column = stored(VerdictColumn.write(verdict(SampleAnswers.buy("SPY"))));
        column.remove("readings");
        column.remove("r_multiple");

        // When
        var read = VerdictColumn.read(column);

        // Then
        assertThat(read.readings()).isEmpty();
        assertThat(read.rMultiple()).isEmpty();
        assertThat(read.targets()).hasSize(2);
    }

    private static Map<String, Object> stored(Map<String, Object> column) throws JsonProcessingException {
        return JSON.readValue(JSON.writeValueAsString(column), new TypeReference<>() {});
    }

    private static Verdict verdict(String answer) {
        var parser = new VerdictParser(new Symbol("SPY"), new BigDecimal("139"));
        return ((Usable) parser.parse(answer)).verdict();
    }
}
