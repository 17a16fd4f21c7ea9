package io.candletrace.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HopTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void worksOnAVirtualThread_andAnswersOnTheCallersContext() throws Exception {
        // Given
        var context = vertx.getOrCreateContext();
        var answeredOn = new CompletableFuture<Object>();
        var workedOn = new CompletableFuture<Boolean>();

        // When
        context.runOnContext(ignored -> Hop.blocking(
                        () -> workedOn.complete(Thread.currentThread().isVirtual()))
                .subscribe()
                .with(done -> answeredOn.complete(Vertx.currentContext()), answeredOn::completeExceptionally));

        // Then
        assertThat(answeredOn.get(10, TimeUnit.SECONDS)).isSameAs(context);
        assertThat(workedOn.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failsOnTheCallersContext() throws Exception {
        // Given
        var context = vertx.getOrCreateContext();
        var failedOn = new CompletableFuture<Object>();

        // When
        context.runOnContext(ignored -> Hop.blocking(() -> {
                    throw new IllegalStateException("work");
                })
                .subscribe()
                .with(failedOn::complete, failure -> failedOn.complete(Vertx.currentContext())));

        // Then
        assertThat(failedOn.get(10, TimeUnit.SECONDS)).isSameAs(context);
    }

    @Test
    void answersWithoutAContext() {
        assertThat(Hop.blocking(() -> 42).await().indefinitely()).isEqualTo(42);
    }
}
