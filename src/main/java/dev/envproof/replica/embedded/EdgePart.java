package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import java.net.URI;

/** The front door of an edge, wherever it runs. */
public interface EdgePart extends Component {
    /** As clients reach it. */
    URI url();

    /** Where its nginx runs, or would run, when it next shows something. */
    NginxConf.Place place();

    /** Forwards as the shape says from now on; forgets who asked how often. */
    void show(Shape inside);
}
