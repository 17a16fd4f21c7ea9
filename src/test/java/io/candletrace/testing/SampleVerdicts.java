package io.candletrace.testing;

import io.candletrace.analysis.PriceRange;
import io.candletrace.analysis.Reading;
import io.candletrace.analysis.Recommendation;
import io.candletrace.analysis.Trend;
import io.candletrace.analysis.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Verdicts that say as little as they can. */
public final class SampleVerdicts {
    /** What every verdict but HOLD is sure of. */
    public static final BigDecimal CONFIDENCE = new BigDecimal("0.78");

    private SampleVerdicts() {}

    /** BUY on a bullish, SELL on a bearish, HOLD on a neutral trend; no levels. */
    public static Verdict of(Recommendation recommendation) {
        return of(
                recommendation,
                switch (recommendation) {
                    case BUY -> Trend.BULLISH;
                    case SELL -> Trend.BEARISH;
                    case HOLD -> Trend.NEUTRAL;
                });
    }

    /** Without levels. */
    public static Verdict of(Recommendation recommendation, Trend trend) {
        return verdict(recommendation, trend, Optional.empty(), Optional.empty(), List.of());
    }

    /** With an entry range, a stop and targets. */
    public static Verdict of(Recommendation recommendation, String low, String high, String stop, String... targets) {
        return verdict(
                recommendation,
                of(recommendation).trend(),
                Optional.of(new PriceRange(new BigDecimal(low), new BigDecimal(high))),
                Optional.of(new BigDecimal(stop)),
                Stream.of(targets).map(BigDecimal::new).toList());
    }

    /** A HOLD that rests on these readings and says this. */
    public static Verdict quoting(List<Reading> readings, String reasoning) {
        return new Verdict(
                Trend.NEUTRAL,
                Recommendation.HOLD,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                readings,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                reasoning);
    }

    private static Verdict verdict(
            Recommendation recommendation,
            Trend trend,
            Optional<PriceRange> entry,
            Optional<BigDecimal> stop,
            List<BigDecimal> targets) {
        return new Verdict(
                trend,
                recommendation,
                recommendation == Recommendation.HOLD ? Optional.empty() : Optional.of(CONFIDENCE),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                entry,
                stop,
                targets,
                Optional.empty(),
                "It looks that way.");
    }
}
