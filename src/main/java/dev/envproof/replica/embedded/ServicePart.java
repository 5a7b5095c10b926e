package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.Side;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** One instance of a service, wherever it runs. */
public interface ServicePart extends Component {
    URI url(Side side);

    /** What it logs, where this run can read it. */
    Path logFile();

    /** Answers as the shape says from now on; forgets its log, and what a fault made it remember. */
    void show(Shape inside);

    /** Starts one more instance beside it, with some variables replaced; an empty value unsets one. */
    More startAnother(Map<String, String> variables);

    /** One more instance. */
    interface More extends AutoCloseable {
        URI url();

        @Override
        void close();
    }
}
