package io.candletrace.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Well-formed answers of models that a test may change field by field. */
public final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode answer;

    private Answers(ObjectNode answer) {
        this.answer = answer;
    }

    /** A BUY that enters at 138.5 to 139.2. */
    public static Answers buy(String symbol) {
        return of(SampleAnswers.buy(symbol));
    }

    /** A SELL. */
    public static Answers sell(String symbol) {
        var sell = of(SampleAnswers.buy(symbol));
        sell.answer
                .put("recommendation", "SELL")
                .put("trend_direction", "bearish")
                .put("stop_loss", 145)
                .putArray("targets")
                .add(130);
        return sell;
    }

    /** A number of it. */
    public Answers with(String field, double value) {
        answer.put(field, value);
        return this;
    }

    /** As the model says it. */
    public String text() {
        return answer.toString();
    }

    private static Answers of(String text) {
        try {
            return new Answers((ObjectNode) JSON.readTree(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
