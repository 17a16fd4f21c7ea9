package io.candletrace.evaluation;

import io.candletrace.testing.Await;
import jakarta.enterprise.context.ApplicationScoped;

/** Resolves outcomes when a test wants them, for tests of other packages. */
@ApplicationScoped
public class Resolving {
    private final OutcomeTick outcomes;

    Resolving(OutcomeTick outcomes) {
        this.outcomes = outcomes;
    }

    /** Resolves until nothing is due. */
    public void now() {
        Await.item(outcomes::resolveAll);
    }
}
