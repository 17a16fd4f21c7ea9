package io.candletrace.testing;

import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps calls in memory. */
public final class FakeCallLog implements CallLog {
    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> record(ModelCall call) {
        return Uni.createFrom().voidItem().invoke(() -> calls.add(call));
    }

    @Override
    public Uni<Spending> spending(Question question) {
        return Uni.createFrom().item(this::spending);
    }

    /** Of all calls together. */
    public Spending spending() {
        return calls.stream().map(ModelCall::spending).reduce(Spending.NONE, Spending::plus);
    }

    /** In the order they were made. */
    public List<ModelCall> calls() {
        return List.copyOf(calls);
    }
}
