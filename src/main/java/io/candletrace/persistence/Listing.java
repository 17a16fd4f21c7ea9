package io.candletrace.persistence;

import io.candletrace.lineage.Window;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * One page of an entity, newest first: the entity is called {@code row}, has an {@code id}, and is filtered by what is
 * present.
 *
 * @param <T> what one result is
 */
public final class Listing<T> {

    private final String select;
    private final Class<T> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Listing(String select, Class<T> type) {
        this.select = select;
        this.type = type;
    }

    /** Rows of an entity. */
    public static <T> Listing<T> of(Class<T> entity) {
        return new Listing<>("select row from " + entity.getSimpleName() + " row", entity);
    }

    /** Rows of an HQL query that ends before its {@code where}. */
    public static <T> Listing<T> of(String select, Class<T> type) {
        return new Listing<>(select, type);
    }

    /** Only rows whose attribute has this value, when there is one. */
    public Listing<T> equal(String attribute, Optional<?> value) {
        return where("row." + attribute + " = :", value);
    }

    /**
     * Only rows that meet a condition, when there is a value.
     *
     * @param condition HQL with one {@code :}, where the value goes
     */
    public Listing<T> where(String condition, Optional<?> value) {
        value.ifPresent(present -> {
            var name = "p" + values.size();
            conditions.add(condition.replace(":", ":" + name));
            values.put(name, present);
        });
        return this;
    }

    /**
     * Only rows inside the window, and as many as it takes.
     *
     * @param time the attribute that its times bound
     */
    public Uni<List<T>> page(Mutiny.Session session, Window window, String time) {
        where("row." + time + " >= :", window.from());
        where("row." + time + " < :", window.to());
        where("row.id < :", window.below().stream().boxed().findFirst());
        var query = session.createQuery(hql(), type).setMaxResults(window.limit());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private String hql() {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return select + where + " order by row.id desc";
    }
}
