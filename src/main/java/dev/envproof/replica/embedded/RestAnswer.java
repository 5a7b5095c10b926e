package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a Supabase project that answers from its database ({@code /rest/v1/}, as PostgREST does). */
final class RestAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ROWS = 100;
    private static final Map<String, String> KEY_COLUMNS = Map.of("records", "id", "profiles", "id");

    private final Connection connection;

    private RestAnswer(Connection connection) {
        this.connection = connection;
    }

    /** Answers in one transaction that has the caller's role, so that row-level security decides what it sees. */
    static Answer to(Request request, String path, Caller caller, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local role " + caller.databaseRole());
            Answer answer = new RestAnswer(connection).answer(request, path);
            connection.commit();
            return answer;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private Answer answer(Request request, String path) throws SQLException {
        if (path.isEmpty()) {
            return rows("select 1 as ok", List.of());
        }
        if (path.equals("rpc/identity")) {
            return rows("select system_identifier::text as identity from pg_control_system()", List.of());
        }
        String column = KEY_COLUMNS.get(path);
        return column == null ? Answer.notFound() : table(request, path, column);
    }

    private Answer table(Request request, String table, String column) throws SQLException {
        Optional<String> wanted = Optional.of(request.query())
                .filter(query -> query.startsWith(column + "=eq."))
                .map(query -> query.substring((column + "=eq.").length()));
        return switch (request.method()) {
            case "GET" ->
                wanted.isPresent()
                        ? rows("select * from " + table + " where " + column + " = ?", List.of(wanted.get()))
                        : rows("select * from " + table + " order by " + column + " limit " + MOST_ROWS, List.of());
            case "POST" -> inserted(request, table, column);
            case "DELETE" ->
                wanted.isPresent()
                        ? changed("delete from " + table + " where " + column + " = ?", wanted.get(), 204)
                        : Answer.error(400, "name the row: ?" + column + "=eq.<value>");
            default -> Answer.error(405, "method not allowed");
        };
    }

    private Answer inserted(Request request, String table, String column) throws SQLException {
        try {
            String value = JSON.readTree(request.body()).path(column).asText();
            return value.isEmpty()
                    ? Answer.error(400, "the body needs " + column)
                    : changed("insert into " + table + " (" + column + ") values (?)", value, 201);
        } catch (JsonProcessingException malformed) {
            return Answer.error(400, "the body is not JSON");
        }
    }

    private Answer changed(String sql, String value, int status) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            return statement.executeUpdate() == 0 ? Answer.notFound() : Answer.empty(status);
        }
    }

    private Answer rows(String sql, List<String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            List<Map<String, String>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return Answer.json(200, rows);
        }
    }

    private static Map<String, String> row(ResultSet result) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), String.valueOf(result.getString(i)));
        }
        return row;
    }
}
