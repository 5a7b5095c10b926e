package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.SplittableRandom;

/**
 * A port for a server that can't be told to take any free one. It lies below those that systems hand to clients (from
 * 32768 on Linux, from 49152 elsewhere: RFC 6335), so that no connection that is opened meanwhile takes it.
 */
public final class ServerPort {
    static final int LOWEST = 10_000;
    static final int END = 32_768;
    private static final int TRIES = 200;

    private ServerPort() {}

    /** @throws ReplicaException where none is found */
    public static int free() {
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(LOWEST, END);
            if (isFree(port)) {
                return port;
            }
        }
        throw new ReplicaException("no port from " + LOWEST + " to " + (END - 1) + " is free at 127.0.0.1: free some");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
