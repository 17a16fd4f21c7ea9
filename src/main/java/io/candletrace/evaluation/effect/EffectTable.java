package io.candletrace.evaluation.effect;

import io.candletrace.evaluation.scorecard.ScorecardQuery;
import io.candletrace.evaluation.statistic.BenjaminiHochberg;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/**
 * What followed each state of each indicator.
 *
 * @param query what was asked
 * @param market what the price did after all predictions, whatever the state: what a state has to differ from
 * @param untold predictions whose states were not told yet, and which are in no effect
 * @param effects in the order of the states
 * @param cells how many sides of states were looked at
 * @param looks how many of them have enough to say something, and so a p-value: the more, the more succeed by chance
 */
public record EffectTable(
        ScorecardQuery query, Move market, long untold, List<Effect> effects, long cells, long looks) {
    public EffectTable {
        effects = List.copyOf(effects);
    }

    /** Of what was observed. */
    public static EffectTable of(ScorecardQuery query, Situations seen) {
        var effects = seen.occurrences().rows().entrySet().stream()
                .map(state -> Effect.of(state.getKey(), seen, state.getValue()))
                .toList();
        var p = effects.stream()
                .flatMap(effect -> effect.predicted().stream())
                .flatMapToDouble(predicted -> predicted.rate().p().stream())
                .toArray();
        var q = Arrays.stream(BenjaminiHochberg.qValues(p)).iterator();
        return new EffectTable(
                query,
                market(seen),
                seen.untold(),
                effects.stream()
                        .map(effect -> effect.with(discovered(effect, q)))
                        .toList(),
                effects.stream().mapToLong(effect -> effect.predicted().size()).sum(),
                p.length);
    }

    private static Move market(Situations seen) {
        var all = IntStream.range(0, seen.size()).toArray();
        return Move.of(seen.changes(all), seen.days(all), seen.reach());
    }

    private static List<Predicted> discovered(Effect effect, PrimitiveIterator.OfDouble q) {
        return effect.predicted().stream()
                .map(predicted -> predicted.rate().p().isPresent() ? predicted.withQ(q.next()) : predicted)
                .toList();
    }
}
