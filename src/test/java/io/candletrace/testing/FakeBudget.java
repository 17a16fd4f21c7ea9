package io.candletrace.testing;

import io.candletrace.analysis.Budget;
import io.candletrace.analysis.ModelConfig;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicLong;

/** One day's budget of one model, in memory. */
public final class FakeBudget implements Budget {
    private final AtomicLong spent = new AtomicLong();

    @Override
    public Uni<Void> require(ModelConfig model, long dailyTokens) {
        return Uni.createFrom()
                .deferred(() -> spent.get() < dailyTokens
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(new ServiceException(FailureReason.BUDGET_EXCEEDED, spent + " are spent")));
    }

    @Override
    public Uni<Void> spend(ModelConfig model, long tokens) {
        return Uni.createFrom().voidItem().invoke(() -> spent.addAndGet(tokens));
    }

    /** Tokens so far. */
    public long spent() {
        return spent.get();
    }
}
