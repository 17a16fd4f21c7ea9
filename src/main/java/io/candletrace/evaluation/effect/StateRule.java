package io.candletrace.evaluation.effect;

import io.candletrace.indicator.Indicator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which state an indicator is in, one rule for each of the catalogue's, in its order. A rule reads what was kept at the decision and
 * computes nothing again, so that it tells what an analyst could see; values are therefore rounded as they are shown. What equals a
 * line is on neither side of it, and without a value there is no state.
 */
enum StateRule {
    /**
     * Wilder's thresholds, New Concepts in Technical Trading Systems (1978): oversold below 30, overbought above 70, exactly 30 and 70
     * being neither. The middle is parted by us: around 50, and to either side of that.
     */
    RSI("RSI", "below_30", "30_to_45", "45_to_55", "55_to_70", "above_70") {
        private static final int LOW_MIDDLE = 45;
        private static final int HIGH_MIDDLE = 55;

        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept.number("current").map(value -> state(kept.name(), word(value))).stream();
        }

        private String word(BigDecimal value) {
            if (sign(value, Indicator.Rsi.OVERSOLD) < 0) {
                return "below_30";
            }
            if (sign(value, LOW_MIDDLE) < 0) {
                return "30_to_45";
            }
            if (sign(value, HIGH_MIDDLE) < 0) {
                return "45_to_55";
            }
            return sign(value, Indicator.Rsi.OVERBOUGHT) > 0 ? "above_70" : "55_to_70";
        }
    },

    /** The line against its signal line, as Gerald Appel reads it. When they crossed is not kept. */
    MACD("MACD", "below_signal", "above_signal") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept
                    .number("histogram")
                    .flatMap(difference -> side(difference.signum(), states()))
                    .map(word -> state(kept.name(), word))
                    .stream();
        }
    },

    /**
     * The close against each average: Brock, Lakonishok and LeBaron, Simple Technical Trading Rules and the Stochastic Properties of
     * Stock Returns, Journal of Finance 47 (1992). That of 200 bars is known without having been asked for: {@link RegimeStates}.
     */
    SMA("SMA", "below", "above") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return averages(kept);
        }
    },

    /** As for {@link #SMA}. */
    EMA("EMA", "below", "above") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return averages(kept);
        }
    },

    /** The close and the bands, a close at a band being inside: https://www.bollingerbands.com/bollinger-band-rules. */
    BOLLINGER_BANDS("Bollinger_Bands", "below_lower", "inside", "above_upper") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept
                    .number("upper")
                    .flatMap(upper -> kept.number("lower").map(lower -> word(kept.close(), lower, upper)))
                    .map(word -> state(kept.name(), word))
                    .stream();
        }

        private String word(BigDecimal close, BigDecimal lower, BigDecimal upper) {
            if (close.compareTo(upper) > 0) {
                return "above_upper";
            }
            return close.compareTo(lower) < 0 ? "below_lower" : "inside";
        }
    },

    /**
     * The third of its last 250 values, which is not kept with the readings but found when outcomes are: {@link RegimeStates}. The word
     * that is kept, against the median of the bars that happen to be shown, is in no textbook.
     */
    ATR("ATR", "lowest_third", "middle_third", "highest_third") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return Stream.empty();
        }
    },

    /** The side of the price that its stop is on, which turns when a close crosses it: Olivier Seban. */
    SUPER_TREND("SuperTrend", "bearish", "bullish") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept.number("current").isPresent() ? spoken(kept) : Stream.empty();
        }
    },

    /**
     * Whether the volume balance rose over ten bars: Joseph Granville, New Key to Stock Market Profits (1963), who reads its direction
     * and never its height. What it was ten bars ago is not kept, so that the word is taken as it was said.
     */
    OBV("OBV", "falling", "flat", "rising") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return spoken(kept);
        }
    },

    /**
     * Whether there is a trend (from {@value Indicator.Adx#TREND} on) and which of Wilder's directional indicators leads, New Concepts in
     * Technical Trading Systems (1978).
     */
    ADX("ADX", "trending_down", "ranging", "trending_up") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept
                    .number("current")
                    .flatMap(strength -> kept.number("plus_di")
                            .flatMap(plus -> kept.number("minus_di").flatMap(minus -> word(strength, plus, minus))))
                    .map(word -> state(kept.name(), word))
                    .stream();
        }

        private Optional<String> word(BigDecimal strength, BigDecimal plus, BigDecimal minus) {
            return sign(strength, Indicator.Adx.TREND) < 0
                    ? Optional.of("ranging")
                    : side(plus.compareTo(minus), List.of("trending_down", "trending_up"));
        }
    },

    /**
     * %K below 20 and above 80: George C. Lane, Lane's Stochastics, Technical Analysis of Stocks and Commodities (1984).
     */
    STOCHASTIC("Stochastic", "below_20", "20_to_80", "above_80") {
        @Override
        Stream<IndicatorState> of(KeptReading kept) {
            return kept.number("percent_k").map(value -> state(kept.name(), word(value))).stream();
        }

        private String word(BigDecimal value) {
            if (sign(value, Indicator.Stochastic.OVERSOLD) < 0) {
                return "below_20";
            }
            return sign(value, Indicator.Stochastic.OVERBOUGHT) > 0 ? "above_80" : "20_to_80";
        }
    };

    /** By rule, shorter names first, so that an average of 50 bars stands before one of 200, and by the rule's order of states. */
    static final Comparator<IndicatorState> ORDER = Comparator.comparing((IndicatorState state) -> rule(state))
            .thenComparing(state -> state.indicator().length())
            .thenComparing(IndicatorState::indicator)
            .thenComparing(state -> rule(state).states.indexOf(state.state()))
            .thenComparing(IndicatorState::state);

    private final String key;
    private final List<String> states;

    StateRule(String key, String... states) {
        this.key = key;
        this.states = List.of(states);
    }

    /** As the catalogue spells it. */
    String key() {
        return key;
    }

    /** All that there are, from low to high. */
    List<String> states() {
        return states;
    }

    /** The states that can be told; of averages one for each period. */
    abstract Stream<IndicatorState> of(KeptReading kept);

    private static StateRule rule(IndicatorState state) {
        return Arrays.stream(values())
                .filter(rule -> rule.key.equals(state.indicator().split("\\(", 2)[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule tells " + state));
    }

    IndicatorState state(String indicator, String word) {
        return new IndicatorState(indicator, word);
    }

    Stream<IndicatorState> averages(KeptReading kept) {
        return kept.byPeriod("current").entrySet().stream()
                .flatMap(average -> KeptReading.number(average.getValue())
                        .flatMap(value -> side(kept.close().compareTo(value), states))
                        .map(word -> state(key + "(" + average.getKey() + ")", word))
                        .stream());
    }

    Stream<IndicatorState> spoken(KeptReading kept) {
        return kept.word("reading").filter(states::contains).map(word -> state(kept.name(), word)).stream();
    }

    static Optional<String> side(int sign, List<String> belowAndAbove) {
        if (sign == 0) {
            return Optional.empty();
        }
        return Optional.of(sign < 0 ? belowAndAbove.getFirst() : belowAndAbove.getLast());
    }

    static int sign(BigDecimal value, int threshold) {
        return value.compareTo(BigDecimal.valueOf(threshold));
    }
}
