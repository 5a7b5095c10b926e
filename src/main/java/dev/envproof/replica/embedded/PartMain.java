package dev.envproof.replica.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One part of a replica in a process of its own, such as a container's. It knows nothing but its name and the run's key
 * until the run tells it over {@link PartControl} what to show.
 */
public final class PartMain {
    /** Where it listens, at every address. */
    public static final int PORT = 8080;

    static final String PING = "ping";
    static final String SHOW = "show";
    static final String BECOME = "become";
    static final String STOP_BUCKET = "stop-bucket";
    static final String FORGET = "forget";
    static final String START = "start";
    static final String STOP = "stop";

    private PartMain() {}

    /** {@code KEY-FILE service EDGE NAME LOG-FOLDER} or {@code KEY-FILE gateway ENVIRONMENT}. */
    public static void main(String[] arguments) throws IOException {
        List<String> what = List.of(arguments);
        String key = Files.readString(Path.of(what.get(0))).strip();
        PartControl part = what.get(1).equals("service")
                ? new SeparateService(what.get(2), what.get(3), Path.of(what.get(4))).controlledBy(key)
                : new SeparateGateway().controlledBy(key);
        LoopbackServer.atEveryAddress(String.join(" ", what.subList(1, what.size())), PORT, part);
    }
}
