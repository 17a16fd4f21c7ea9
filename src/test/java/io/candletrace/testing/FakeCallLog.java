package io.candletrace.testing;

import io.candletrace.analysis.CallGate.Settlement;
import io.candletrace.analysis.CallLog;
import io.candletrace.analysis.JsonFingerprint;
import io.candletrace.analysis.ModelCall;
import io.candletrace.analysis.Question;
import io.candletrace.analysis.Spending;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps calls in memory. */
public final class FakeCallLog implements CallLog {
    private final List<ModelCall> calls = new CopyOnWriteArrayList<>();
    private final FakeCallGate gate;

    /** Pays at this gate. */
    public FakeCallLog(FakeCallGate gate) {
        this.gate = gate;
    }

    @Override
    public Uni<Void> record(ModelCall call, Settlement settlement) {
        return Uni.createFrom().voidItem().invoke(() -> calls.add(call)).invoke(() -> gate.settle(settlement));
    }

    @Override
    public Uni<List<KeptCall>> kept(Question question) {
        return Uni.createFrom()
                .item(() -> calls.stream()
                        .filter(call -> call.question().attempt() < question.attempt())
                        .filter(call ->
                                call.error().isEmpty() && call.httpStatus().orElse(0) == 200)
                        .map(FakeCallLog::kept)
                        .toList());
    }

    private static KeptCall kept(ModelCall call) {
        return new KeptCall(
                call.purpose(),
                JsonFingerprint.of(call.request()),
                call.httpStatus().orElseThrow(),
                call.responseBody(),
                call.responseLength(),
                call.sentAt(),
                call.endedAt());
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
