package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment.Exposure;
import dev.envproof.fault.Fault;
import java.util.Optional;

/** The service's API documentation: a page, and the machine-readable description beside it. */
final class DocumentationAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        String path = visit.request().path();
        boolean isOpen = visit.environment().apiDocumentation() == Exposure.OPEN
                || visit.shape().shows(Fault.FLAGS_DOCUMENTATION_OPEN);
        return isOpen && visit.shape().system().apiDocumentation().contains(path)
                ? Optional.of(content(visit, path))
                : Optional.empty();
    }

    private static Answer content(Visit visit, String path) {
        String title = visit.service().name() + " API";
        return path.endsWith(".json")
                ? Answer.json(200, OpenApiDocument.of(visit, title))
                : Answer.of(
                        200,
                        "text/html; charset=utf-8",
                        "<!doctype html><html lang=\"en\"><title>" + title + "</title><h1>" + title
                                + "</h1><p>The description: <a href=\"openapi.json\">openapi.json</a></p></html>");
    }
}
