package io.candletrace.inspection;

import io.candletrace.market.Finding;
import io.candletrace.market.FindingCode;
import io.candletrace.market.Timeframe;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Looks for nights after which prices are not comparable with those before: another security, or a split. */
record OvernightCheck(Timeframe timeframe, Sessions sessions) {
    /** Below it there is no ratio that is looked for. */
    private static final double MIN_MOVE = Math.log(1.35);

    private static final MathContext SHOWN = new MathContext(3);

    List<Finding> findings() {
        return IntStream.range(1, sessions.size())
                .mapToObj(next -> new Overnight(sessions, next))
                .filter(night -> Math.abs(night.move()) >= MIN_MOVE)
                .filter(night -> night.isLevelShift() && night.isClear())
                .flatMap(night -> finding(night).stream())
                .toList();
    }

    private Optional<Finding> finding(Overnight night) {
        if (Succession.isLikely(night)) {
            return Optional.of(finding(FindingCode.TICKER_REUSED, night, succession(night)));
        }
        return Split.likely(night).map(ratio -> finding(FindingCode.UNADJUSTED_SPLIT, night, split(night, ratio)));
    }

    private Finding finding(FindingCode code, Overnight night, String detail) {
        return Finding.of(code, sessions.first(night.next()), timeframe, detail);
    }

    private static String succession(Overnight night) {
        return "the price " + changes(1 / night.ratio()) + when(night) + ", as that of another security";
    }

    private static String split(Overnight night, SplitRatio ratio) {
        var growth = night.volumeGrowth();
        var volume = growth.isPresent() ? " and the volume " + changes(growth.getAsDouble()) : "";
        return "the price " + changes(1 / night.ratio()) + when(night) + volume + ", as in a " + ratio
                + "; nothing adjusts it";
    }

    private static String when(Overnight night) {
        return night.days() < Succession.MIN_PAUSE_DAYS
                ? " overnight"
                : " after " + night.days() + " days without a bar";
    }

    private static String changes(double factor) {
        return factor < 1 ? "falls to 1/" + shown(1 / factor) : "rises " + shown(factor) + " times";
    }

    private static String shown(double number) {
        return new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
