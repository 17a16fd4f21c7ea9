package io.candletrace.analysis.claim;

import io.candletrace.analysis.Claim;
import io.candletrace.analysis.Claim.Kind;
import io.candletrace.analysis.Claim.Result;
import java.util.List;
import java.util.stream.IntStream;

/** Patterns by name: those of {@link ChartPattern}, and where the close is against an average; others are left unverified. */
final class PatternClaims {
    private PatternClaims() {}

    static List<Claim> of(List<String> patterns, Ground ground) {
        return IntStream.range(0, patterns.size())
                .mapToObj(i -> claim("key_patterns[" + i + "]", patterns.get(i), ground))
                .toList();
    }

    private static Claim claim(String what, String name, Ground ground) {
        return ChartPattern.named(name)
                .map(pattern -> claim(what, name, pattern, ground))
                .or(() -> AveragePosition.alone(Kind.PATTERN, what, name, ground))
                .orElseGet(() -> new Claim(
                        Kind.PATTERN, what, "cannot be told: no check for this pattern", name, Result.UNVERIFIED));
    }

    private static Claim claim(String what, String name, ChartPattern pattern, Ground ground) {
        var sighting = pattern.in(ground.series());
        return new Claim(
                Kind.PATTERN, what, pattern.definition() + " (" + sighting.seen() + ")", name, sighting.result());
    }
}
