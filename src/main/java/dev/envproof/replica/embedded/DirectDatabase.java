package dev.envproof.replica.embedded;

import com.sun.net.httpserver.Headers;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;

/** A database that a service connects to by itself; it takes the requests that a project's gateway would. */
final class DirectDatabase implements AutoCloseable {
    private static final String REST = "rest/v1/";

    private final String url;
    private final GatewayDatabase database = new GatewayDatabase();

    DirectDatabase(String url) {
        this.url = url;
    }

    /** @throws IOException where the database does not answer; the next request connects anew */
    HttpCall.Reply answer(String method, String path, String body) throws IOException {
        URI address = URI.create(path);
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String table = address.getRawPath().substring(1 + REST.length());
        Request request = new Request(method, table, query, new Headers(), body, "HTTP/1.1");
        try {
            Answer answer = database.use(url, connection -> RestAnswer.to(request, table, Caller.SERVICE, connection));
            return new HttpCall.Reply(answer.status(), answer.body());
        } catch (SQLException failed) {
            if ("23505".equals(failed.getSQLState())) {
                return new HttpCall.Reply(409, "the row exists"); // unique_violation
            }
            forget();
            throw new IOException("the database does not answer", failed);
        }
    }

    private void forget() throws IOException {
        try {
            database.forget();
        } catch (SQLException stuck) {
            throw new IOException("a connection could not be closed", stuck);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException stuck) {
            throw new ReplicaException("a service could not close its connections: " + stuck.getMessage(), stuck);
        }
    }
}
