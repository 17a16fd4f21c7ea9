package io.candletrace.evaluation.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScorecardTest {
    private static final double EXACT = 1e-12;
    private static final long DAY = 86_400;
    private static final int CUTOFF = 20;
    private static final Answers ANSWERS = new Answers(0, 0, 0, 0, Optional.of(BigDecimal.ZERO), 0, 0, 0);

    /** Two series, a prediction of each a day: what is said changes every second day, what happens every third. */
    private static List<Row> rows() {
        return IntStream.range(0, 60)
                .mapToObj(i -> new Row(i % 2, i / 2, i / 2 % 2 == 0 ? 1 : -1, i / 2 % 3 == 0 ? -0.01 : 0.02, 0.7))
                .toList();
    }

    @Test
    void standsBesideChance() {
        var rate = card(rows()).rate();

        // Of 30 days, 15 say BUY and 5 of those are wrong; 15 say SELL and 5 of those are right.
        assertThat(rate.n()).isEqualTo(60);
        assertThat(rate.hits()).isEqualTo(30);
        assertThat(rate.hitRate()).hasValue(0.5);
        assertThat(rate.alwaysLong().orElseThrow()).isCloseTo(2.0 / 3, within(EXACT));
        assertThat(rate.baseRate().orElseThrow()).isCloseTo((0.6 + 0.38) / 2, within(EXACT));
        assertThat(rate.lift().orElseThrow()).isCloseTo(0.5 - 0.49, within(EXACT));
    }

    @Test
    void widensTheInterval_whenADaysPredictionsMoveTogether() {
        var rate = card(rows()).rate();

        assertThat(rate.clustered().orElseThrow().width())
                .isGreaterThan(1.3 * rate.wilson().orElseThrow().width());
    }

    @Test
    void tellsApart_whatTheModelMayHaveKnown() {
        // Two a day; those of the middle day are of a model whose cutoff nobody knows.
        var rows = IntStream.rangeClosed(0, 2 * CUTOFF)
                .mapToObj(day -> new Row(1, day, 1, day < CUTOFF ? 0.01 : -0.01, Double.NaN))
                .flatMap(row -> Stream.of(row, row))
                .toList();

        var card = card(rows);

        assertThat(card.beforeCutoff().n()).isEqualTo(2 * CUTOFF);
        assertThat(card.beforeCutoff().hitRate()).hasValue(1);
        assertThat(card.afterCutoff().n()).isEqualTo(2 * CUTOFF);
        assertThat(card.afterCutoff().hitRate()).hasValue(0);
    }

    @Test
    void doesNotLean_whenTheDirectionIsNotTold() {
        var bias = card(rows()).bias();

        assertThat(bias.longShare()).hasValue(0.5);
        assertThat(bias.gap().orElseThrow()).isCloseTo(0, within(EXACT));
    }

    @Test
    void ignoresHold_butForCoverage() {
        var rows = new ArrayList<>(rows());
        rows.addAll(rows().stream()
                .map(row -> new Row(row.series, row.day, 0, row.change, Double.NaN))
                .toList());

        var card = card(rows);

        assertThat(card.coverage()).hasValue(0.5);
        assertThat(card.rate()).isEqualTo(card(rows()).rate());
    }

    @Test
    void scoresConfidence_whereOneIsStated() {
        var confidence = card(rows()).confidence().orElseThrow();

        // Half come true of what is stated as 0.7: 0.5 * 0.09 + 0.5 * 0.49.
        assertThat(confidence.brier().orElseThrow()).isCloseTo(0.29, within(EXACT));
        assertThat(confidence.expectedError().orElseThrow()).isCloseTo(0.2, within(EXACT));
        assertThat(confidence.discrimination().orElseThrow()).isCloseTo(0.5, within(EXACT));
        assertThat(card(rows().stream().map(row -> row.stating(Double.NaN)).toList())
                        .confidence())
                .isEmpty();
    }

    @Test
    void holdsOnePositionASeries() {
        // The second is made while the first is held, the third after it; of another series at the same time one more.
        var observed = observations(List.of(
                new Row(1, 0, 1, 0.10, Double.NaN),
                new Row(1, 2, 1, 0.50, Double.NaN),
                new Row(1, 5, -1, 0.10, Double.NaN),
                new Row(2, 5, 1, 0.20, Double.NaN)));

        var following = Following.of(observed, 0.01);

        // Half the capital: 1.09, then 1.09 * 0.89; the other half 1.19.
        assertThat(following.positions()).isEqualTo(3);
        assertThat(following.curve().stream().mapToDouble(Following.Day::equity).toArray())
                .containsExactly(new double[] {1.0, (1.09 + 1) / 2, (1.09 * 0.89 + 1.19) / 2}, within(EXACT));
    }

    @Test
    void saysNothing_ofFewerThanThirty() {
        var rate = card(rows().subList(0, 29)).rate();

        assertThat(rate.sufficient()).isFalse();
        assertThat(rate.hitRate()).isEmpty();
        assertThat(rate.wilson()).isEmpty();
        assertThat(rate.hits()).isPositive();
    }

    @Test
    void isDefined_ofNothing() {
        var table = table(List.of());

        assertThat(table.cards().getFirst().rate().n()).isZero();
        assertThat(table.cards().getFirst().following().maximumDrawdown()).isEmpty();
        assertThat(table.looks()).isZero();
    }

    @Test
    void missesWhatEndsWhereItBegan() {
        var rate = card(rows().stream().map(row -> row.returning(0)).toList()).rate();

        assertThat(rate.ties()).isEqualTo(60);
        assertThat(rate.hitRate()).hasValue(0);
    }

    @Test
    void isTheSame_inAnyOrder() {
        var shuffled = new ArrayList<>(rows());
        Collections.shuffle(shuffled, new Random(7));

        var card = card(shuffled);

        var ordered = card(rows());
        assertThat(card.rate().hits()).isEqualTo(ordered.rate().hits());
        assertThat(card.rate().wilson()).isEqualTo(ordered.rate().wilson());
        assertThat(card.rate().lift().orElseThrow())
                .isCloseTo(ordered.rate().lift().orElseThrow(), within(EXACT));
        assertThat(card.rate().p().orElseThrow()).isCloseTo(ordered.rate().p().orElseThrow(), within(EXACT));
        assertThat(card.returns().mean().orElseThrow())
                .isCloseTo(ordered.returns().mean().orElseThrow(), within(EXACT));
        assertThat(card.returns().median()).isEqualTo(ordered.returns().median());
        assertThat(card.following().maximumDrawdown())
                .isEqualTo(ordered.following().maximumDrawdown());
    }

    private static Scorecard card(List<Row> rows) {
        return table(rows).cards().getFirst();
    }

    private static ScorecardTable table(List<Row> rows) {
        var filter = ScorecardQuery.Filter.ALL;
        var query = new ScorecardQuery(ScorecardQuery.Subject.SIGNALS, 5, List.of(), filter);
        return ScorecardTable.of(
                query, Assumptions.costing(0), List.of(new Group(List.of(), ANSWERS, observations(rows))));
    }

    private static Observations observations(List<Row> rows) {
        var direction = new short[rows.size()];
        var forward = new short[rows.size()];
        var cutoff = new short[rows.size()];
        for (var i = 0; i < rows.size(); i++) {
            direction[i] = (short) rows.get(i).direction;
            cutoff[i] = cutoff(rows.get(i).day);
        }
        return new Observations(
                rows.stream().mapToInt(Row::series).toArray(),
                rows.stream().mapToInt(Row::day).toArray(),
                rows.stream().mapToLong(row -> (row.day + 1) * DAY).toArray(),
                rows.stream().mapToLong(row -> (row.day + 5) * DAY).toArray(),
                direction,
                rows.stream().mapToDouble(Row::change).toArray(),
                rows.stream().mapToDouble(row -> Double.NaN).toArray(),
                rows.stream().mapToDouble(Row::stated).toArray(),
                rows.stream().mapToDouble(Row::up).toArray(),
                rows.stream().mapToDouble(Row::down).toArray(),
                forward,
                cutoff);
    }

    private static short cutoff(int day) {
        if (day == CUTOFF) {
            return Observations.UNKNOWN_CUTOFF;
        }
        return day < CUTOFF ? Observations.BEFORE_CUTOFF : Observations.AFTER_CUTOFF;
    }

    private record Row(int series, int day, int direction, double change, double stated, double up, double down) {
        Row(int series, int day, int direction, double change, double stated) {
            this(series, day, direction, change, stated, 0.6, 0.38);
        }

        Row stating(double probability) {
            return new Row(series, day, direction, change, probability, up, down);
        }

        Row returning(double rate) {
            return new Row(series, day, direction, rate, stated, up, down);
        }
    }
}
