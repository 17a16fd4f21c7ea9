package io.candletrace.testing;

import io.candletrace.analysis.BudgetLimit;
import io.candletrace.analysis.CallGate;
import io.candletrace.analysis.CallPlan;
import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** One gate in memory, for calls one after the other: all of them pay into one purse that every limit is compared with. */
public final class FakeCallGate implements CallGate {
    private final List<CallPlan> plans = new ArrayList<>();
    private final Queue<Turn> scripted = new ArrayDeque<>();
    private long tokens;
    private BigDecimal usd = BigDecimal.ZERO;

    /** What it answers to whoever asks next, instead of a turn at once. */
    public synchronized void script(Turn... turns) {
        scripted.addAll(List.of(turns));
    }

    @Override
    public Uni<Turn> enter(CallPlan plan) {
        return Uni.createFrom().item(() -> turn(plan));
    }

    private synchronized Turn turn(CallPlan plan) {
        plans.add(plan);
        plan.limits().forEach(limit -> require(limit, plan));
        return Optional.ofNullable(scripted.poll()).orElseGet(() -> new Turn.Granted(plans.size(), Duration.ZERO));
    }

    private void require(BudgetLimit limit, CallPlan plan) {
        if (limit.tokens().filter(most -> tokens + plan.worst().tokens() > most).isPresent()) {
            throw new ServiceException(
                    FailureReason.BUDGET_EXCEEDED,
                    tokens + " of " + limit.tokens().orElseThrow() + " are spent");
        }
    }

    synchronized void settle(Settlement settlement) {
        tokens += settlement.tokens();
        usd = usd.add(settlement.usd().orElse(BigDecimal.ZERO));
    }

    /** Tokens so far. */
    public synchronized long spent() {
        return tokens;
    }

    /** US dollars so far, of calls whose cost is known. */
    public synchronized BigDecimal usd() {
        return usd;
    }

    /** Everything that asked for a turn. */
    public synchronized List<CallPlan> plans() {
        return List.copyOf(plans);
    }
}
