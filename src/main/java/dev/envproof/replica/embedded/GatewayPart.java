package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.Side;
import java.net.URI;

/** The HTTP interface of one environment's project, wherever it runs. */
public interface GatewayPart extends Component {
    URI url(Side side);

    /** Answers as the shape says from now on; forgets objects, outages and connections. */
    void show(Shape inside);

    void stopBucket(boolean stopped);

    void forgetConnections();
}
