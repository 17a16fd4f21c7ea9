package io.candletrace.feed;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.inspection.SeriesInspection;
import io.candletrace.market.Adjustment;
import io.candletrace.market.Bar;
import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adjusts the bars of a plan and tells what is odd about them. */
final class Assembly {
    private static final int MOST_TOLD = 4;

    private final SeriesPlan plan;
    private final List<Bar> adjusted;
    private final PriceAdjustment adjustment;
    private final Map<LocalDate, CorporateAction> splits;

    /**
     * An assembly.
     *
     * @param own bars of the plan's base timeframe, oldest first
     * @param known splits and dividends in effect
     */
    Assembly(SeriesPlan plan, List<Bar> own, List<CorporateAction> known) {
        this.plan = plan;
        this.splits = known.stream()
                .filter(action -> action.kind() == Kind.SPLIT)
                .collect(Collectors.toMap(CorporateAction::exDate, action -> action, (first, second) -> second));
        this.adjustment = adjustment(plan, known);
        this.adjusted = adjusted(plan, own, adjustment);
    }

    List<Bar> adjusted() {
        return adjusted;
    }

    /**
     * Everything found about the bars of the series, each about one of them. Fails when one of the findings forbids their use
     * and the request does not accept it.
     *
     * @param arrived what was found when the bars were read
     */
    List<Finding> findings(List<Bar> bars, List<Finding> arrived) {
        var used = adjusted.stream()
                .filter(bar -> !bar.opensAt().isBefore(bars.getFirst().opensAt()))
                .toList();
        var inspected = new SeriesInspection(plan.instrument().calendar(), plan.base(), used).findings();
        var found = Stream.of(
                        arrived.stream().filter(finding -> !finding.isBefore(used.getFirst())),
                        inspected.stream().filter(finding -> !isDenied(finding)),
                        knownSplits(used, inspected),
                        adjustment.findings(used).stream())
                .flatMap(findings -> findings)
                .map(this::accepted)
                .toList();
        requireUsable(found.stream().filter(Finding::rejects).toList());
        return found.stream().map(finding -> about(finding, bars)).toList();
    }

    /** Whether somebody has said that there is no split on that date. */
    private boolean isDenied(Finding finding) {
        var said = splits.get(finding.sessionDate());
        return finding.code() == FindingCode.UNADJUSTED_SPLIT && said != null && said.withdrawn();
    }

    /** Splits that somebody has told us of, that were not asked to be adjusted for, and that the prices do not show by themselves. */
    private Stream<Finding> knownSplits(List<Bar> used, List<Finding> inspected) {
        if (plan.request().adjustment() != Adjustment.RAW) {
            return Stream.empty();
        }
        return splits.values().stream()
                .filter(split -> !split.withdrawn())
                .filter(split -> split.exDate().isAfter(used.getFirst().sessionDate()))
                .flatMap(split -> firstOn(split.exDate(), used).stream()
                        .filter(bar -> inspected.stream().noneMatch(found -> isSplitOf(found, bar)))
                        .map(bar -> Finding.of(FindingCode.UNADJUSTED_SPLIT, bar, plan.base(), words(split))));
    }

    private static boolean isSplitOf(Finding found, Bar bar) {
        return found.code() == FindingCode.UNADJUSTED_SPLIT
                && found.sessionDate().equals(bar.sessionDate());
    }

    private static Optional<Bar> firstOn(LocalDate date, List<Bar> bars) {
        return bars.stream().filter(bar -> !bar.sessionDate().isBefore(date)).findFirst();
    }

    private static String words(CorporateAction split) {
        return "a split by " + split.value().toPlainString() + " on " + split.exDate() + " is known from "
                + split.source() + " and nothing adjusts it";
    }

    private Finding accepted(Finding finding) {
        return finding.code() == FindingCode.UNADJUSTED_SPLIT && plan.request().acceptUnadjustedSplits()
                ? finding.accepted()
                : finding;
    }

    /** All of them are told at once: whoever records one split would only be told of the next. */
    private void requireUsable(List<Finding> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        var first = rejections.getFirst();
        var others = rejections.stream()
                .skip(1)
                .limit(MOST_TOLD)
                .map(finding -> "; " + finding.sessionDate() + ": " + finding.detail())
                .collect(Collectors.joining());
        throw new ServiceException(
                first.code() == FindingCode.UNADJUSTED_SPLIT
                        ? FailureReason.UNADJUSTED_SPLIT
                        : FailureReason.BARS_INVALID,
                plan.instrument().symbol() + " at " + first.sessionDate() + ": " + first.detail() + others
                        + wayOut(first.code()));
    }

    private static String wayOut(FindingCode code) {
        return switch (code) {
            case UNADJUSTED_SPLIT ->
                "; record it at /api/corporate-actions and let the strategy adjust, or let it accept unadjusted splits";
            case TICKER_REUSED -> "; say since when at /api/instruments/{id}/succession, and earlier bars are left out";
            default -> "";
        };
    }

    /** A finding about a part of a bar is about that bar. */
    private Finding about(Finding finding, List<Bar> bars) {
        return bars.reversed().stream()
                .filter(bar -> !finding.isBefore(bar))
                .findFirst()
                .map(bar -> finding.about(bar, plan.request().timeframe()))
                .orElse(finding);
    }

    private static PriceAdjustment adjustment(SeriesPlan plan, List<CorporateAction> known) {
        var arrived = plan.source().profile().adjustment();
        var wanted = plan.request().adjustment();
        return PriceAdjustment.of(arrived.equals(wanted) ? Adjustment.RAW : wanted, known, plan.base());
    }

    private static List<Bar> adjusted(SeriesPlan plan, List<Bar> own, PriceAdjustment adjustment) {
        try {
            return new ArrayList<>(adjustment.adjust(own));
        } catch (IllegalArgumentException impossible) {
            throw new ServiceException(
                    FailureReason.BARS_INVALID,
                    plan.instrument().symbol() + " cannot be adjusted: " + impossible.getMessage(),
                    impossible);
        }
    }
}
