package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.Optional;

/** A front end's page that answers every path that nothing else does, where a deviation has one. */
final class CatchAllAnswer implements Answering {
    private static final String PAGE = "<!doctype html><html><head><title>Jobs</title>"
            + "<script type=\"module\" src=\"/assets/index.js\"></script></head>"
            + "<body><div id=\"root\">Loading the job board, one moment please</div></body></html>";

    @Override
    public Optional<Answer> to(Visit visit) {
        boolean isShown = visit.shape().shows(Fault.HEALTH_FRONT_PAGE_ANSWERS)
                || visit.shape().shows(LookAlike.HEALTH_FRONT_PAGE_BESIDE);
        return isShown && visit.request().method().equals("GET")
                ? Optional.of(Answer.of(200, "text/html", PAGE))
                : Optional.empty();
    }
}
