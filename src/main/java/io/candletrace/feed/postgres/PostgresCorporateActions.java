package io.candletrace.feed.postgres;

import io.candletrace.feed.CorporateAction;
import io.candletrace.feed.CorporateAction.Kind;
import io.candletrace.feed.CorporateActions;
import io.candletrace.lineage.InstrumentId;
import io.candletrace.lineage.Recorded;
import io.candletrace.persistence.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The actions in {@code corporate_actions}. */
@ApplicationScoped
class PostgresCorporateActions implements CorporateActions {
    private static final String ADD = """
            insert into corporate_actions (instrument_id, ex_date, kind, ratio, amount, source)
            select instrument_id, ex_date, kind, case kind when 'split' then value end,
                case kind when 'dividend' then value end, source
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                as action(place integer, instrument_id bigint, ex_date date, kind text, value numeric, source text)
            order by place""";

    private static final String FIND = """
            select distinct on (ex_date, kind) ex_date, kind, coalesce(ratio, amount), source from corporate_actions
            where instrument_id = ?1 and ex_date <= ?2
            order by ex_date, kind, known_at desc, id desc""";

    private final Transactions transactions;

    PostgresCorporateActions(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Uni<Void> add(List<Recorded<InstrumentId, CorporateAction>> actions) {
        return transactions.write(session -> session.createNativeQuery(ADD)
                .setParameter(1, json(actions))
                .executeUpdate()
                .replaceWithVoid());
    }

    @Override
    public Uni<List<CorporateAction>> find(InstrumentId instrument, LocalDate upTo) {
        return transactions.read(session -> session.createNativeQuery(FIND, Object[].class)
                .setParameter(1, instrument.value())
                .setParameter(2, upTo)
                .getResultList()
                .map(rows -> rows.stream().map(PostgresCorporateActions::action).toList()));
    }

    /** With their places, because of two of a date and kind the later one must be known later. */
    private static String json(List<Recorded<InstrumentId, CorporateAction>> actions) {
        var array = new JsonArray();
        for (var row : actions) {
            var action = row.value();
            array.add(new JsonObject()
                    .put("place", array.size())
                    .put("instrument_id", row.id().value())
                    .put("ex_date", action.exDate().toString())
                    .put("kind", action.kind().name().toLowerCase(Locale.ROOT))
                    .put("value", action.value().toPlainString())
                    .put("source", action.source()));
        }
        return array.encode();
    }

    private static CorporateAction action(Object[] row) {
        return new CorporateAction(
                (LocalDate) row[0],
                Kind.valueOf(row[1].toString().toUpperCase(Locale.ROOT)),
                (BigDecimal) row[2],
                (String) row[3]);
    }
}
