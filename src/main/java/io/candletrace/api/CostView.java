package io.candletrace.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.candletrace.journal.CostArchive.Costs;
import io.candletrace.journal.GroupKey;
import io.candletrace.journal.Grouped;
import io.candletrace.journal.TokenCounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What calls took and cost.
 *
 * @param from calls sent at or after
 * @param to calls sent before
 * @param groupBy in the order the groups follow each other
 * @param total over all groups
 */
record CostView(Instant from, Instant to, List<String> groupBy, FiguresView total, List<CostGroupView> groups) {

    static CostView of(Span span, List<GroupKey> keys, Grouped<Costs> costs) {
        return new CostView(
                span.from(),
                span.to(),
                keys.stream().map(GroupKey::word).toList(),
                FiguresView.of(costs.total()),
                costs.groups().stream().map(CostGroupView::of).toList());
    }

    /** One group. */
    record CostGroupView(
            @JsonUnwrapped GroupView group, @JsonUnwrapped FiguresView figures) {

        static CostGroupView of(Grouped.Group<Costs> group) {
            return new CostGroupView(GroupView.of(group.keys()), FiguresView.of(group.figures()));
        }
    }

    /**
     * The figures.
     *
     * @param costUsd US dollars, exact, of the calls whose cost is known
     * @param unknownCostCalls how many calls' cost is not
     */
    record FiguresView(
            long calls,
            long answeredCalls,
            long failedCalls,
            long repairs,
            long analyses,
            @JsonUnwrapped TokenCounts tokens,
            BigDecimal costUsd,
            long unknownCostCalls) {

        static FiguresView of(Costs costs) {
            return new FiguresView(
                    costs.calls(),
                    costs.answeredCalls(),
                    costs.failedCalls(),
                    costs.repairs(),
                    costs.analyses(),
                    costs.tokens(),
                    costs.costUsd(),
                    costs.unknownCostCalls());
        }
    }
}
