package io.candletrace.signal;

import io.candletrace.analysis.Recommendation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a rule came to, before others may object.
 *
 * @param direction what was recommended, or voted for; objections are held against it
 * @param deciding whose analysis is the signal's; it has a verdict
 * @param deciders everybody who decided; each has a verdict
 * @param speaker who gives levels, trend and reasons; has a verdict
 * @param confidence of the direction, 0 to 1; 0 for HOLD
 * @param refused why nobody should act on the direction, although it was recommended
 * @param words who said what, one clause each
 * @param confidenceWords where the confidence comes from
 */
record Finding(
        Recommendation direction,
        Opinion deciding,
        List<Opinion> deciders,
        Opinion speaker,
        BigDecimal confidence,
        Optional<String> refused,
        List<String> words,
        String confidenceWords) {
    Finding {
        deciders = List.copyOf(deciders);
        words = List.copyOf(words);
    }
}
