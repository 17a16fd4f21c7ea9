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
 * One page of an entity, newest first unless said otherwise: the entity is called {@code row}, has an {@code id}, and is filtered by what is
 * present.
 *
 * @param <T> what one result is
 */
public final class Listing<T> {

    private static final Order NEWEST_FIRST = new Order("row.id desc", "row.id < :");

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
     * @param condition HQL with {@code :} where the value goes
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
        return page(session, window, time, NEWEST_FIRST);
    }

    /** The same, in another order. */
    public Uni<List<T>> page(Mutiny.Session session, Window window, String time, Order order) {
        where("row." + time + " >= :", window.from());
        where("row." + time + " < :", window.to());
        where(order.below(), window.below().stream().boxed().findFirst());
        var query = session.createQuery(hql(order), type).setMaxResults(window.limit());
        values.forEach(query::setParameter);
        return query.getResultList();
    }

    private String hql(Order order) {
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return select + where + " order by " + order.by();
    }

    /**
     * How rows follow each other.
     *
     * @param by HQL after {@code order by}
     * @param below HQL with {@code :} for an id: what comes after the row of that id
     */
    public record Order(String by, String below) {}
}
