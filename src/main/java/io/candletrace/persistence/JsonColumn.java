package io.candletrace.persistence;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.json.Json;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JsonJdbcType;
import org.jspecify.annotations.Nullable;

/**
 * A {@code jsonb} column of any shape: {@code @JdbcType(JsonColumn.class)}. Hibernate Reactive's own takes objects only and
 * fails on arrays (hibernate-reactive#4156).
 */
@RegisterForReflection
public class JsonColumn extends JsonJdbcType {
    public JsonColumn() {
        super(null);
    }

    @Override
    public <X> ValueBinder<X> getBinder(JavaType<X> type) {
        return new Binder<>(type, this);
    }

    @Override
    public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
        return new Extractor<>(type, this);
    }

    private static final class Binder<X> extends BasicBinder<X> {
        private static final long serialVersionUID = 1;

        private final transient JsonColumn column;

        Binder(JavaType<X> type, JsonColumn column) {
            super(type, column);
            this.column = column;
        }

        @Override
        protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
                throws SQLException {
            statement.setObject(index, json(value, options));
        }

        @Override
        protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
                throws SQLException {
            statement.setObject(name, json(value, options));
        }

        private Object json(X value, WrapperOptions options) throws SQLException {
            return Json.decodeValue(column.toString(value, getJavaType(), options));
        }
    }

    private static final class Extractor<X> extends BasicExtractor<X> {
        private static final long serialVersionUID = 1;

        private final transient JsonColumn column;

        Extractor(JavaType<X> type, JsonColumn column) {
            super(type, column);
            this.column = column;
        }

        @Override
        protected @Nullable X doExtract(ResultSet row, int index, WrapperOptions options) throws SQLException {
            return value(row.getObject(index), options);
        }

        @Override
        protected @Nullable X doExtract(CallableStatement call, int index, WrapperOptions options) throws SQLException {
            return value(call.getObject(index), options);
        }

        @Override
        protected @Nullable X doExtract(CallableStatement call, String name, WrapperOptions options)
                throws SQLException {
            return value(call.getObject(name), options);
        }

        private @Nullable X value(@Nullable Object json, WrapperOptions options) throws SQLException {
            return json == null ? null : column.fromString(Json.encode(json), getJavaType(), options);
        }
    }
}
