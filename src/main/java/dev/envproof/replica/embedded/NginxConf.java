package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An edge's nginx.conf, which a real nginx (1.22 or newer) runs so that it behaves as {@link EdgeProxy} does. Every path
 * in it is relative to its folder, and keys stand in files of their own, so that it can be read and shown.
 *
 * @param edge name of the edge
 * @param place where it runs
 * @param services base addresses of the services behind it
 */
public record NginxConf(String edge, Place place, Map<String, URI> services) {
    static final String FILE = "nginx.conf";

    private static final Map<Integer, String> ERRORS = new TreeMap<>(Map.of(
            400, "bad request",
            404, "not found",
            413, "the body is too large",
            502, "the service does not answer",
            504, "the service does not answer in time"));

    public NginxConf {
        services = Map.copyOf(services);
    }

    /**
     * Where an nginx runs.
     *
     * @param listen what it listens to, such as {@code 127.0.0.1:8080}
     * @param worker the user of its workers, where it is started as root
     * @param series tells one run's rate limits from the next one's: a reload keeps what was counted under the same name
     */
    public record Place(String listen, Optional<String> worker, int series) {}

    /** Its files by relative name: the text, the keys that it asks for, and what lies in its static root. */
    Map<String, String> files(Shape shape) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FILE, text(shape));
        files.putAll(new NginxGuard(shape, edge).keyFiles());
        if (shape.shows(Fault.SECRETS_ENV_FILE_SERVED)) {
            files.put("html/.env", StaticRoot.envFile(shape.variables(edge)));
        }
        if (shape.shows(LookAlike.SECRETS_PAGE_ANSWERS_EVERY_PATH)) {
            files.put("html/index.html", StaticRoot.PAGE);
        }
        return files;
    }

    String text(Shape shape) {
        NginxGuard guard = new NginxGuard(shape, edge);
        NginxLimits limits = new NginxLimits(shape, place.series());
        NginxLocations locations = new NginxLocations(shape, edge, services, guard, limits);
        String server = "listen " + place.listen() + ";\n" + SERVER + errors() + locations.text() + root(shape);
        String http = HTTP + guard.maps() + limits.zones() + upstreams(shape) + block("server", server);
        return "# Run it as `nginx -p FOLDER -c " + FILE + " -e stderr`: every path is relative to the folder.\n"
                + place.worker().map(user -> "user " + user + ";\n").orElse("") + MAIN + block("http", http);
    }

    static String block(String head, String inside) {
        return head + " {\n" + inside.indent(4) + "}\n";
    }

    private static final String MAIN = """
            daemon off;
            worker_processes 2;
            worker_shutdown_timeout 5s;
            pid nginx.pid;
            error_log stderr error;
            events {
                worker_connections 1024;
            }
            """;

    private static final String HTTP = """
            access_log off;
            server_tokens off;
            client_body_temp_path client_body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
            """;

    private static final String SERVER = """
            large_client_header_buffers 4 16k;
            client_max_body_size 1m;
            client_header_timeout 10s;
            client_body_timeout 10s;
            keepalive_timeout 60s;
            proxy_connect_timeout 3s;
            proxy_read_timeout 15s;
            absolute_redirect off;
            """;

    private String upstreams(Shape shape) {
        return shape.system().routes().stream()
                .map(Route::service)
                .distinct()
                .filter(services::containsKey)
                // Shorter than the 30 s after which the services close an idle connection.
                .map(service -> block(
                        "upstream " + service,
                        "server " + address(service) + ";\nkeepalive 32;\nkeepalive_timeout 10s;\n"))
                .collect(Collectors.joining());
    }

    private String address(String service) {
        return Optional.ofNullable(services.get(service)).map(URI::getAuthority).orElseThrow();
    }

    private static String errors() {
        String answers = ERRORS.entrySet().stream()
                .map(error -> block(
                        "location = " + errorPath(error.getKey()),
                        "internal;\ndefault_type application/json;\n" + error(error.getKey(), error.getValue())))
                .collect(Collectors.joining());
        return errorPages() + answers;
    }

    /** Also for a location that has an error page of its own, because it then inherits none. */
    static String errorPages() {
        return ERRORS.keySet().stream()
                .map(status -> "error_page " + status + " " + errorPath(status) + ";\n")
                .collect(Collectors.joining());
    }

    private static String errorPath(int status) {
        return "/errors/" + status;
    }

    static String error(int status, String says) {
        return "return " + status + " '" + Answer.error(status, says).body() + "';\n";
    }

    /** Outside the routes there is nothing, unless somebody left something there. */
    private static String root(Shape shape) {
        String otherwise = shape.shows(LookAlike.SECRETS_PAGE_ANSWERS_EVERY_PATH) ? "/index.html" : "=404";
        return block("location /", """
                root html;
                types {
                    text/html html;
                }
                default_type application/octet-stream;
                charset utf-8;
                try_files $uri %s;
                error_page 403 404 405 =404 %s;
                """.formatted(otherwise, errorPath(404)));
    }
}
