package io.candletrace.prompt.postgres;

import io.candletrace.prompt.Prompts;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Sees to it that the prompts of the service are there before anybody asks for them. */
@ApplicationScoped
class PromptsAtStart {

    private final Prompts prompts;

    PromptsAtStart(Prompts prompts) {
        this.prompts = prompts;
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(prompts::ensureDefaults);
    }
}
