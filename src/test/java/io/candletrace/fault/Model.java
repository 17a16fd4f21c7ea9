package io.candletrace.fault;

import io.candletrace.testing.FakeAnswers;
import io.candletrace.testing.FakeOpenAi;
import io.candletrace.testing.FakeOpenAi.Asked;
import io.candletrace.testing.FakeOpenAi.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A model's endpoint that counts what it is asked. */
final class Model implements AutoCloseable {
    private final AtomicLong asked = new AtomicLong();
    private final FakeOpenAi endpoint = FakeOpenAi.playing(() -> this::answer);
    private volatile Duration latency = Duration.ofMillis(50);

    int port() {
        return endpoint.baseUrl().getPort();
    }

    /** How often it was asked so far, whatever became of the answer. */
    long asked() {
        return asked.get();
    }

    /** How long it thinks from now on. */
    void thinkFor(Duration duration) {
        latency = duration;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private void answer(Asked question, Stage stage) throws IOException {
        asked.incrementAndGet();
        stage.waitFor(latency.toMillis());
        FakeAnswers.wellFormed().play(question, stage);
    }
}
