package io.candletrace.prompt.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.candletrace.lineage.Origin;
import io.candletrace.lineage.Window;
import io.candletrace.prompt.PromptActivation;
import io.candletrace.prompt.PromptKey;
import io.candletrace.prompt.PromptTemplate;
import io.candletrace.prompt.PromptText;
import io.candletrace.prompt.PromptVersion;
import io.candletrace.prompt.Prompts;
import io.candletrace.testing.Await;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresResource.class)
class ShippedPromptsTest {
    private static final Window ALL = Window.newest(100);
    private static final Origin ADA = new Origin("ada", "better");

    @Inject
    ShippedPrompts shipped;

    @Inject
    Prompts prompts;

    @Test
    void addsATextOnce() {
        release("once", "one");
        release("once", "one");

        assertThat(versions("once")).extracting(PromptVersion::number).containsExactly(1);
        assertThat(versions("once").getFirst().origin()).isEqualTo(new Origin("candletrace", "comes with the service"));
    }

    @Test
    void addsATextThatChanged_andActivatesIt() {
        release("moves", "one");
        release("moves", "two");

        assertThat(active("moves").number()).isEqualTo(2);
        assertThat(active("moves").origin().createdBy()).isEqualTo("candletrace");
        assertThat(active("moves").origin().changeNote()).isNotBlank();
        assertThat(Await.item(() -> prompts.activations(key("moves"), ALL)))
                .extracting(PromptActivation::version, PromptActivation::activatedBy)
                .containsExactly(tuple(2, "candletrace"), tuple(1, "candletrace"));
    }

    @Test
    void leavesActive_whatSomebodyWrote() {
        release("edited", "one");
        Await.item(() -> prompts.addVersion(key("edited"), text("my own"), ADA, true));

        release("edited", "two");

        assertThat(active("edited").template().value().body()).isEqualTo("my own");
        assertThat(versions("edited")).extracting(PromptVersion::number).containsExactly(3, 2, 1);
    }

    @Test
    void leavesActive_whatSomebodyChose() {
        release("chosen", "one");
        Await.item(() -> prompts.activate(key("chosen"), 1, "ada"));

        release("chosen", "two");

        assertThat(active("chosen").number()).isOne();
        assertThat(versions("chosen")).hasSize(2);
    }

    @Test
    void movesOn_pastVersionsThatNobodyActivated() {
        release("drafted", "one");
        Await.item(() -> prompts.addVersion(key("drafted"), text("a draft"), ADA, false));

        release("drafted", "two");

        assertThat(active("drafted").number()).isEqualTo(3);
    }

    @Test
    void changesNothing_whenAnEarlierReleaseStartsAgain() {
        release("rolled-back", "one");
        release("rolled-back", "two");
        release("rolled-back", "one");

        assertThat(active("rolled-back").number()).isEqualTo(2);
        assertThat(versions("rolled-back")).hasSize(2);
    }

    @Test
    void addsATextOnce_whenReplicasStartTogether() throws InterruptedException {
        // Given
        release("replicas", "one");
        List<Callable<Boolean>> starts = IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    release("replicas", "two");
                    return release("replicas-new", "one");
                })
                .toList();

        // When
        try (var together = Executors.newFixedThreadPool(6)) {
            together.invokeAll(starts).forEach(start -> assertThat(start).succeedsWithin(Duration.ofSeconds(30)));
        }

        // Then
        assertThat(versions("replicas")).hasSize(2);
        assertThat(versions("replicas-new")).hasSize(1);
    }

    private boolean release(String name, String body) {
        Await.item(() -> shipped.ensure(PromptTemplate.of(key(name), 1, text(body))));
        return true;
    }

    private PromptVersion active(String name) {
        return Await.item(() -> prompts.named(key(name))).orElseThrow().active();
    }

    private List<PromptVersion> versions(String name) {
        return Await.item(() -> prompts.versions(key(name), ALL));
    }

    private static PromptKey key(String name) {
        return PromptKey.of("shipped-" + name);
    }

    private static PromptText text(String body) {
        return new PromptText("You read charts.", body);
    }
}
