package io.candletrace.evaluation.postgres;

import io.candletrace.lineage.CanonicalJson;
import io.candletrace.persistence.Fields;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A number, from 1, for every series of bars that has base rates, by what it is about: the same study done again gives the same
 * order.
 */
record SeriesNumbers(String json, int count) {
    private static final String SELECT = """
            select b.instrument_id, b.source, b.timeframe
            from base_rates b join instruments i on i.id = b.instrument_id where b.horizon = ?1
            group by b.instrument_id, b.source, b.timeframe
            order by min(i.symbol) collate "C", b.source, b.timeframe, b.instrument_id
            """;

    /** Joins them as {@code r}, of the JSON in a parameter. */
    static final String RECORDS = """
            jsonb_to_recordset(cast(cast(%s as text) as jsonb))
                as r(number integer, instrument_id bigint, source text, timeframe text)
            """;

    private static final String RATES = """
            select r.number, cast(sum(b.up) as float8) / sum(b.bars), cast(sum(b.down) as float8) / sum(b.bars)
            from base_rates b join\s""" + RECORDS.formatted("?2") + """
                on r.instrument_id = b.instrument_id and r.source = b.source and r.timeframe = b.timeframe
            where b.horizon = ?1 and b.month >= cast(date_trunc('month', ?3 at time zone 'UTC') as date)
                and b.month <= cast(?4 at time zone 'UTC' as date)
            group by r.number
            """;

    static Uni<SeriesNumbers> of(Mutiny.Session session, int horizon) {
        return session.createNativeQuery(SELECT, Object[].class)
                .setParameter(1, horizon)
                .getResultList()
                .map(SeriesNumbers::numbered);
    }

    private static SeriesNumbers numbered(List<Object[]> rows) {
        var numbered = IntStream.range(0, rows.size())
                .mapToObj(i -> record(i + 1, new Fields(rows.get(i))))
                .toList();
        return new SeriesNumbers(CanonicalJson.write(numbered), rows.size());
    }

    private static Map<String, Object> record(int number, Fields row) {
        return Map.of("number", number, "instrument_id", row.number(), "source", row.text(), "timeframe", row.text());
    }

    /** Their base rates over the months of a span, whose ends are in it; NaN where there are none. */
    Uni<Rates> rates(Mutiny.Session session, int horizon, Instant from, Instant to) {
        return session.createNativeQuery(RATES, Object[].class)
                .setParameter(1, horizon)
                .setParameter(2, json)
                .setParameter(3, from.atOffset(ZoneOffset.UTC))
                .setParameter(4, to.atOffset(ZoneOffset.UTC))
                .getResultList()
                .map(rows -> Rates.of(count, rows));
    }

    /**
     * Base rates by the number of the series; at 0, where no series is, there are none.
     *
     * @param up share of entries that rose
     * @param down share of entries that fell
     */
    record Rates(double[] up, double[] down) {
        private static Rates of(int count, List<Object[]> rows) {
            var rates = new Rates(unknown(count), unknown(count));
            for (var row : rows) {
                var number = ((Number) row[0]).intValue();
                rates.up[number] = (Double) row[1];
                rates.down[number] = (Double) row[2];
            }
            return rates;
        }

        private static double[] unknown(int count) {
            return IntStream.rangeClosed(0, count).mapToDouble(_ -> Double.NaN).toArray();
        }
    }
}
