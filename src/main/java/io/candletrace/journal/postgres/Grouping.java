package io.candletrace.journal.postgres;

import io.candletrace.failure.FailureReason;
import io.candletrace.failure.ServiceException;
import io.candletrace.journal.GroupKey;
import io.candletrace.journal.Grouped;
import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Sums rows up by some of their columns and over all, in one statement, so that the total is of the same rows as the groups. The
 * rows have a column for every key that may be asked for, named by its word.
 *
 * @param keys each once
 */
record Grouping(List<GroupKey> keys) {
    /** More than this many groups are no summary, and would be held in memory. */
    private static final int MOST = 10_000;

    /** A statement over rows of this name, which {@code with} defines; the keys come first, then the total's mark, then the figures. */
    String sql(String with, String rows, String figures) {
        var columns = keys.stream().map(GroupKey::word).toList();
        var texts = columns.stream().map(column -> "cast(" + column + " as text)");
        var select = Stream.concat(texts, Stream.of(mark(columns), figures)).collect(Collectors.joining(", "));
        return with + " select " + select + " from " + rows + " group by " + sets(columns) + order(rows, columns)
                + " limit " + (MOST + 2);
    }

    /** The rows of such a statement. */
    <F> Uni<Grouped<F>> read(Mutiny.SelectionQuery<Object[]> query, Function<Row, F> figures) {
        return query.getResultList().map(rows -> grouped(rows, figures));
    }

    private <F> Grouped<F> grouped(List<Object[]> rows, Function<Row, F> figures) {
        if (rows.size() > MOST + 1) {
            throw new ServiceException(
                    FailureReason.IMPOSSIBLE_REQUEST,
                    "group_by: expected at most " + MOST + " groups, found more; ask for a shorter time or fewer keys");
        }
        var total = rows.stream().filter(this::isTotal).findFirst().orElseThrow();
        var groups = rows.stream()
                .filter(row -> !isTotal(row))
                .map(row -> new Grouped.Group<>(keys(row), figures(row, figures)))
                .toList();
        return new Grouped<>(figures(total, figures), groups);
    }

    private <F> F figures(Object[] row, Function<Row, F> figures) {
        return figures.apply(new Row(row, keys.size() + 1));
    }

    private EnumMap<GroupKey, String> keys(Object[] row) {
        var values = new EnumMap<GroupKey, String>(GroupKey.class);
        for (int i = 0; i < keys.size(); i++) {
            values.put(keys.get(i), (String) row[i]);
        }
        return values;
    }

    private boolean isTotal(Object[] row) {
        return !Integer.valueOf(0).equals(row[keys.size()]);
    }

    /** Not 0 in the row over all. */
    private static String mark(List<String> columns) {
        return columns.isEmpty() ? "1" : "grouping(" + columns.getFirst() + ")";
    }

    private static String sets(List<String> columns) {
        return columns.isEmpty() ? "grouping sets (())" : "grouping sets ((" + String.join(", ", columns) + "), ())";
    }

    /** By the columns as they are, not as their texts: ids by number. */
    private static String order(String rows, List<String> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream()
                        .map(column -> rows + "." + column)
                        .collect(Collectors.joining(", ", " order by ", ""));
    }
}
