package dev.envproof.replica.embedded;

import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.AddressLookAlike;
import dev.envproof.fault.Fault;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ports that the public hosts of a replica do not open: each is held on the loopback address by a socket that does not
 * listen, so that a connection is refused as on a host where nobody listens, and no other program takes it.
 */
final class ClosedPorts implements AutoCloseable {
    private static final int POSTGRESQL = 5432;

    private final Map<String, Socket> held = new LinkedHashMap<>();
    private final Map<String, InetSocketAddress> standIns = new LinkedHashMap<>();
    private final List<ServerSocket> opened = new ArrayList<>();
    private final List<String> ofStaging = new ArrayList<>();

    /** Holds a port for each declared one that is no public address itself. */
    void hold(SystemUnderTest system) {
        List<String> doors = PublicDoor.of(system).stream().map(PublicDoor::key).toList();
        for (PublicDoor door : PublicDoor.of(system)) {
            for (int port : door.environment().closedPorts()) {
                String key = Reach.key(door.host(), port);
                if (!doors.contains(key) && !key.equals(door.plainKey()) && !held.containsKey(key)) {
                    hold(key);
                    if (port == POSTGRESQL && door.environment().name().equals("staging")) {
                        ofStaging.add(key);
                    }
                }
            }
        }
    }

    private void hold(String key) {
        try {
            Socket socket = new Socket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            held.put(key, socket);
            standIns.put(key, (InetSocketAddress) socket.getLocalSocketAddress());
        } catch (IOException refused) {
            throw new ReplicaException("no port of 127.0.0.1 could be held: " + refused.getMessage(), refused);
        }
    }

    Map<String, InetSocketAddress> standIns() {
        return Map.copyOf(standIns);
    }

    /** Somebody listens at staging's database port where a fault published it; else nobody does. */
    synchronized void show(Shape shape) {
        closeOpened();
        if (shape.shows(Fault.ROUTING_STORE_PORT_OPEN)
                || shape.shows(AddressLookAlike.ROUTING_STORE_PORT_AS_DECLARED)) {
            ofStaging.stream().limit(1).forEach(this::open);
        }
    }

    private void open(String key) {
        try {
            ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            opened.add(server);
            standIns.put(key, (InetSocketAddress) server.getLocalSocketAddress());
        } catch (IOException refused) {
            throw new ReplicaException("no port of 127.0.0.1 could be opened: " + refused.getMessage(), refused);
        }
    }

    private void closeOpened() {
        try {
            for (ServerSocket server : opened) {
                server.close();
            }
            opened.clear();
            held.forEach((key, socket) -> standIns.put(key, (InetSocketAddress) socket.getLocalSocketAddress()));
        } catch (IOException stuck) {
            throw new ReplicaException("a port could not be closed: " + stuck.getMessage(), stuck);
        }
    }

    @Override
    public void close() {
        closeOpened();
        try {
            for (Socket socket : held.values()) {
                socket.close();
            }
        } catch (IOException stuck) {
            throw new ReplicaException("a port could not be let go: " + stuck.getMessage(), stuck);
        }
    }
}
