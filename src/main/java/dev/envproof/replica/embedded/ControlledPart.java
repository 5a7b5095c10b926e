package dev.envproof.replica.embedded;

import dev.envproof.environment.Variables;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A part in a process of its own, as the run sees it. */
public final class ControlledPart {
    private static final int PING_MILLIS = 2_000;
    /** Long, because a command does not get any quicker by being repeated. */
    private static final int ANSWER_MILLIS = 30_000;

    private final String name;
    private final URI url;
    private final String key;

    /**
     * @param name what messages call it
     * @param url where it listens
     * @param key what it takes commands from
     */
    public ControlledPart(String name, URI url, String key) {
        this.name = name;
        this.url = url;
        this.key = key;
    }

    public URI url() {
        return url;
    }

    /** Whether it takes commands yet. */
    public boolean answers() {
        try {
            return send(PartMain.PING, "", PING_MILLIS).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public void show(Shape shape) {
        tell(PartMain.SHOW, Wire.encoded(shape));
    }

    public void become(Project project) {
        tell(PartMain.BECOME, Wire.encoded(project));
    }

    public void stopBucket(boolean stopped) {
        tell(PartMain.STOP_BUCKET, String.valueOf(stopped));
    }

    public void forgetConnections() {
        tell(PartMain.FORGET, "");
    }

    /** One more instance of the service, in the same process. */
    public ServicePart.More startAnother(Map<String, String> variables) {
        String path = tell(PartMain.START, Wire.encoded(new Variables(variables)));
        URI address = url.resolve(path);
        return new ServicePart.More() {
            @Override
            public URI url() {
                return address;
            }

            @Override
            public void close() {
                tell(PartMain.STOP, path);
            }
        };
    }

    private String tell(String command, String body) {
        try {
            HttpCall.Reply reply = send(command, body, ANSWER_MILLIS);
            if (reply.status() != 200) {
                throw new ReplicaException(
                        name + " refused to " + command + ": " + reply.status() + " " + reply.body());
            }
            return reply.body();
        } catch (IOException gone) {
            throw new ReplicaException(
                    name + " does not answer any more (" + gone.getMessage()
                            + "): was its container stopped, or the engine?",
                    gone);
        }
    }

    private HttpCall.Reply send(String command, String body, int millis) throws IOException {
        URI address = url.resolve(PartControl.PATH + "/" + command);
        return HttpCall.send("POST", address, Map.of(PartControl.KEY, key), body, millis);
    }
}
