package dev.envproof.replica.embedded;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** The database behind a gateway: the one that the environment's variables name, whichever that is. */
final class GatewayDatabase implements AutoCloseable {
    private record Pool(String url, Connections connections) {}

    private final AtomicReference<Pool> current = new AtomicReference<>(new Pool("", new Connections("")));

    <T> T use(String url, Connections.Work<T> work) throws SQLException {
        Pool pool = current.get();
        if (!pool.url().equals(url)) {
            pool = replacedBy(url);
        }
        return pool.connections().use(work);
    }

    private synchronized Pool replacedBy(String url) throws SQLException {
        Pool before = current.get();
        if (before.url().equals(url)) {
            return before;
        }
        Pool next = new Pool(url, new Connections(url));
        current.set(next);
        before.connections().close();
        return next;
    }

    /** Forgets every open connection; the next use opens new ones. */
    void forget() throws SQLException {
        Pool before = current.get();
        current.set(new Pool(before.url(), new Connections(before.url())));
        before.connections().close();
    }

    /** Opens the connections that the next requests need. */
    void open(String url) throws SQLException {
        replacedBy(url).connections().openAll();
    }

    @Override
    public void close() throws SQLException {
        current.get().connections().close();
    }
}
