package io.candletrace.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.candletrace.testing.PostgresResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service boots on an empty database and finds there what the design names. */
@QuarkusTest
@WithTestResource(PostgresResource.class)
class MigrationTest {
    @Inject
    AgroalDataSource database;

    static Stream<Arguments> tables() {
        return DesignedTables.COLUMNS.entrySet().stream()
                .map(table -> Arguments.argumentSet(
                        table.getKey(), table.getKey(), List.of(table.getValue().split(" "))));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void creates_everyColumnOfTheDesign(String table, List<String> columns) throws SQLException {
        assertThat(answers("select column_name from information_schema.columns where table_name = '" + table + "'"))
                .containsAll(columns);
    }

    @Test
    void comments_everyTable() throws SQLException {
        var uncommented = answers("""
                select relname from pg_class
                where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> 'flyway_schema_history' and obj_description(oid) is null""");
        assertThat(uncommented).isEmpty();
    }

    @Test
    void keeps_timesWithTheirZone() throws SQLException {
        var withoutZone = answers("""
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'public' and data_type = 'timestamp without time zone'
                and table_name <> 'flyway_schema_history'""");
        assertThat(withoutZone).isEmpty();
    }

    private List<String> answers(String query) throws SQLException {
        var answers = new ArrayList<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
