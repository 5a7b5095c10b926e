package dev.envproof.probe;

import dev.envproof.probe.Reply.Stage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.net.InetAddressUtils;

/** Resolves names in threads of its own, because a slow name server can't be interrupted; idle threads end. */
final class Resolver {
    private static final int THREADS = 8;
    private static final ThreadPoolExecutor LOOKUPS = lookups();

    private Resolver() {}

    private static ThreadPoolExecutor lookups() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named("resolver"));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    static List<InetAddress> resolve(String name, Deadline deadline) throws WireFailure {
        if (InetAddressUtils.isIPv4(name) || InetAddressUtils.isIPv6(name)) {
            return List.of(literal(name));
        }
        Future<InetAddress[]> lookup = LOOKUPS.submit(() -> InetAddress.getAllByName(name));
        try {
            return List.of(lookup.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException unknown) {
            throw new WireFailure(Stage.RESOLVE, "the name " + name + " does not resolve");
        } catch (TimeoutException late) {
            throw new WireFailure(Stage.RESOLVE, deadline.says());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WireFailure(Stage.RESOLVE, "the run was stopped");
        } finally {
            lookup.cancel(false);
        }
    }

    /** Never waits, so that numeric addresses stay reachable while every lookup hangs. */
    private static InetAddress literal(String name) throws WireFailure {
        try {
            return InetAddress.getByName(name);
        } catch (UnknownHostException malformed) {
            throw new WireFailure(Stage.RESOLVE, "the address " + name + " is malformed");
        }
    }
}
