package io.candletrace.evaluation.postgres;

import io.candletrace.evaluation.ComparisonSource;
import io.candletrace.evaluation.comparison.ComparisonQuery;
import io.candletrace.evaluation.comparison.Effort;
import io.candletrace.evaluation.comparison.LeftOut;
import io.candletrace.evaluation.comparison.Pair;
import io.candletrace.evaluation.comparison.Pairing;
import io.candletrace.evaluation.comparison.Side;
import io.candletrace.persistence.Fields;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What two said about the same, from PostgreSQL. */
@ApplicationScoped
class PostgresComparisons implements ComparisonSource {
    /** Where the packed columns begin. */
    private static final int PAIRS = 20;

    private final Transactions transactions;

    PostgresComparisons(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Optional<Side>> find(Side side) {
        return transactions.read(session -> session.createNativeQuery(ComparisonFilter.find(side.kind()), String.class)
                .setParameter(1, side.name())
                .getResultList()
                .map(names -> names.stream().findFirst().map(name -> new Side(side.kind(), name))));
    }

    @Override
    public Uni<Pairing> pairing(ComparisonQuery query) {
        var filter = new ComparisonFilter(query);
        return transactions.read(
                session -> filter.bind(session.createNativeQuery(ComparisonStatement.of(filter), Object[].class))
                        .getSingleResult()
                        .map(PostgresComparisons::pairing));
    }

    private static Pairing pairing(@Nullable Object[] row) {
        var fields = new Fields(row);
        var leftOut = new LeftOut(
                fields.integer(),
                fields.integer(),
                fields.integer(),
                fields.integer(),
                fields.integer(),
                fields.integer());
        return new Pairing(pairs(row), leftOut, effort(fields), effort(fields));
    }

    private static Effort effort(Fields fields) {
        return new Effort(
                fields.number(),
                fields.number(),
                fields.optionalDecimal(),
                fields.number(),
                fields.optionalDecimal(),
                fields.optionalInteger().orElse(0),
                fields.optionalInteger().orElse(0));
    }

    private static List<Pair> pairs(@Nullable Object[] row) {
        var days = Packed.integers(row[PAIRS]);
        var changes = Packed.doubles(row[PAIRS + 1]);
        var a = said(row[PAIRS + 2], row[PAIRS + 3]);
        var b = said(row[PAIRS + 4], row[PAIRS + 5]);
        return IntStream.range(0, days.length)
                .mapToObj(i -> new Pair(days[i], changes[i], a.get(i), b.get(i)))
                .toList();
    }

    private static List<Pair.Said> said(@Nullable Object directions, @Nullable Object stated) {
        var direction = Packed.shorts(directions);
        var probability = Packed.doubles(stated);
        return IntStream.range(0, direction.length)
                .mapToObj(i -> new Pair.Said(direction[i], probability[i]))
                .toList();
    }
}
