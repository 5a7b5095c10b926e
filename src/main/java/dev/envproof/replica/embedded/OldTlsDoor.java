package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Stands before staging's api while a fault wants old TLS to be spoken there: it answers a greeting of TLS 1.1 at most with
 * a server's hello of that version, and hands every other connection on. Java itself speaks nothing so old.
 */
final class OldTlsDoor implements AutoCloseable {
    private static final int RECORD_HEAD = 5;
    private static final int VERSION_AT = 9;
    private static final int LARGEST_RECORD = 1 << 14;
    /** A hello in TLS 1.1 that picks ECDHE with AES (RFC 4346, 7.4.1.3). */
    private static final byte[] HELLO =
            HexFormat.of().parseHex("160302002a" + "02000026" + "0302" + "5e".repeat(32) + "00" + "c009" + "00");

    private volatile boolean isShown;
    private Optional<ServerSocket> listener = Optional.empty();
    private volatile Optional<InetSocketAddress> behind = Optional.empty();

    synchronized void show(Shape now) {
        isShown = now.shows(Fault.EDGE_OLD_PROTOCOL);
        if (isShown && listener.isEmpty()) {
            listener = Optional.of(listen());
        }
    }

    /** Where a door is reached: at this one while the fault is shown. */
    synchronized InetSocketAddress before(PublicDoor door, InetSocketAddress address, boolean tls) {
        boolean isMeant = isShown && tls && FrontFaults.isStaging(door);
        if (!isMeant || listener.isEmpty()) {
            return address;
        }
        behind = Optional.of(address);
        return (InetSocketAddress) listener.get().getLocalSocketAddress();
    }

    private ServerSocket listen() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            start(() -> accept(socket));
            return socket;
        } catch (IOException refused) {
            throw new UncheckedIOException("a port of the loopback address can't be had", refused);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                start(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** Whether the conversation came to its own end: either side may leave at any time. */
    private boolean serve(Socket caller) {
        try (caller;
                Socket server = new Socket()) {
            byte[] hello = firstRecord(caller.getInputStream());
            if (isOld(hello)) {
                caller.getOutputStream().write(HELLO);
                return true;
            }
            server.connect(behind.orElseThrow());
            server.getOutputStream().write(hello);
            Thread back = start(() -> copy(server, caller));
            copy(caller, server);
            back.join();
            return true;
        } catch (IOException gone) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] firstRecord(InputStream in) throws IOException {
        byte[] head = in.readNBytes(RECORD_HEAD);
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.writeBytes(head);
        if (head.length == RECORD_HEAD) {
            int length = (head[3] & 0xff) << 8 | head[4] & 0xff;
            record.writeBytes(in.readNBytes(Math.min(length, LARGEST_RECORD)));
        }
        return record.toByteArray();
    }

    private static boolean isOld(byte[] hello) {
        return hello.length > VERSION_AT + 2 && hello[VERSION_AT] == 3 && hello[VERSION_AT + 1] < 3;
    }

    private static boolean copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "old tls door");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public synchronized void close() {
        try {
            if (listener.isPresent()) {
                listener.get().close();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a listener closes without I/O", impossible);
        }
    }
}
