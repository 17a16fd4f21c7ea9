package io.candletrace.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database, and tampers with it, behind the service's back. */
@ApplicationScoped
public class Database {
    private final AgroalDataSource dataSource;

    Database(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A connection of the service's, for whoever wants to hold something in it. */
    public Connection connection() throws SQLException {
        return dataSource.getConnection();
    }

    /** The first column of the only row. */
    public String value(String sql, Object... parameters) {
        var values = column(sql, parameters);
        if (values.size() != 1) {
            throw new IllegalStateException("expected one row, found " + values.size() + ": " + sql);
        }
        return values.getFirst();
    }

    /** The first column, as text. */
    public List<String> column(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var rows = statement.executeQuery();
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Changes rows; answers how many. */
    public int change(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Forgets what was to become, and became, of an execution's analyses and signals, which they cannot be forgotten before. */
    public void forgetOutcomes(long execution) {
        var subjects = " in (select s.id from outcome_subjects s join llm_analyses a on a.id = s.llm_analysis_id"
                + " where a.execution_id = ?)";
        change("delete from simulated_trades where subject_id" + subjects, execution);
        change("delete from outcomes where subject_id" + subjects, execution);
        change("delete from outcome_subjects where id" + subjects, execution);
    }
}
