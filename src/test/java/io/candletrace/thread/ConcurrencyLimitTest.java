package io.candletrace.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {
    private final ConcurrencyLimit limit = new ConcurrencyLimit(2);
    private final List<UniEmitter<? super String>> working = new ArrayList<>();

    @Test
    void letsSoManyWork_andTheOthersWait() {
        ask();
        ask();
        ask();

        assertThat(working).hasSize(2);
    }

    @Test
    void letsTheNextWork_whenOneIsDone() {
        var first = ask();
        ask();
        ask();

        working.getFirst().complete("done");

        first.assertItem("done");
        assertThat(working).hasSize(3);
    }

    @Test
    void letsTheNextWork_whenOneFails() {
        ask();
        ask();
        ask();

        working.getFirst().fail(new IllegalStateException("broken"));

        assertThat(working).hasSize(3);
    }

    @Test
    void letsTheNextWork_whenOneGivesUpWhileWorking() {
        var first = ask();
        ask();
        ask();

        first.cancel();

        assertThat(working).hasSize(3);
    }

    @Test
    void forgetsWhoGivesUpWhileWaiting() {
        ask();
        ask();
        ask().cancel();
        var last = ask();

        working.getFirst().complete("one");
        working.get(2).complete("last");

        last.assertItem("last");
        assertThat(working).hasSize(3);
    }

    private UniAssertSubscriber<String> ask() {
        return limit.whenFree(() -> Uni.createFrom().<String>emitter(working::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
