package dev.envproof.replica.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A few open connections to one database. A refused connection fails at once, so that an outage shows at once: pools that
 * wait for a better moment do not.
 */
final class Connections implements AutoCloseable {
    private static final int MOST = 8;
    private static final int WAIT_SECONDS = 3;

    private final String url;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean closed;

    Connections(String url) {
        this.url = url;
    }

    /** Work that is given a connection in auto-commit mode and leaves it so. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T use(Work<T> work) throws SQLException {
        if (!acquired()) {
            throw new SQLException("all " + MOST + " connections are busy");
        }
        try {
            return useOne(work);
        } finally {
            free.release();
        }
    }

    /** Opens as many as there may be, all at once, so that the first requests need not wait for them. */
    void openAll() {
        IntStream.range(0, MOST).parallel().forEach(any -> {
            try {
                giveBack(DatabaseUrl.open(url));
            } catch (SQLException refused) {
                // whoever needs one is told
            }
        });
    }

    private <T> T useOne(Work<T> work) throws SQLException {
        Connection connection = borrow();
        boolean isGood = false;
        try {
            T result = work.on(connection);
            isGood = true;
            return result;
        } finally {
            if (isGood) {
                giveBack(connection);
            } else {
                connection.close();
            }
        }
    }

    private boolean acquired() throws SQLException {
        try {
            return free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("stopped while waiting for a connection", stopped);
        }
    }

    private Connection borrow() throws SQLException {
        Connection kept = idle.pollFirst();
        return kept == null ? DatabaseUrl.open(url) : kept;
    }

    private void giveBack(Connection connection) throws SQLException {
        idle.addFirst(connection);
        if (closed) {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }
}
