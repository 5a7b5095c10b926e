package dev.envproof.replica.embedded;

import dev.envproof.environment.Variables;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.stream.Collectors;

/** What an edge answers outside its routes: nothing, unless somebody left something there. */
final class StaticRoot {
    static final String PAGE = """
            <!doctype html>
            <html><head><title>Jobs</title></head><body><div id="app"></div></body></html>
            """;

    private StaticRoot() {}

    static Answer at(Shape shape, String edge, String path) {
        if (shape.shows(Fault.SECRETS_ENV_FILE_SERVED) && path.equals("/.env")) {
            return Answer.of(200, "application/octet-stream", envFile(shape.variables(edge)));
        }
        if (shape.shows(LookAlike.SECRETS_PAGE_ANSWERS_EVERY_PATH)) {
            return Answer.of(200, "text/html; charset=utf-8", PAGE);
        }
        return Answer.notFound();
    }

    /** What a developer left there. */
    static String envFile(Variables variables) {
        return variables.asMap().entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
