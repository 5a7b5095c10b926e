package dev.envproof.probe;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Lets a journey write only where the environment's file names the canary path; everything else is read-only. */
final class WriteGuard implements Filter {
    /** Safe methods (RFC 9110 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Target target;

    WriteGuard(Target target) {
        this.target = target;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        URI address = URI.create(request.getURI());
        if (!SAFE.contains(request.getMethod()) && allowed().noneMatch(allowed -> isUnder(allowed, address))) {
            throw new WriteRefused(target.environment(), request.getMethod(), address.getPath());
        }
        return context.next(request, response);
    }

    private Stream<URI> allowed() {
        SystemUnderTest system = target.system();
        Stream<URI> paths = system.canaries().stream()
                .filter(canary -> target.environment().canaries().contains(canary.name()))
                .flatMap(canary -> at(canary.service(), canary.path()));
        Stream<URI> jobs = system.workers().stream()
                .filter(worker -> target.environment().canaries().contains(worker.name()))
                .flatMap(worker -> at(worker.service(), worker.job().path()));
        return Stream.concat(paths, jobs);
    }

    private Stream<URI> at(String service, String path) {
        return target.system().routeTo(service).stream().map(route -> route.at(target.edge(), path));
    }

    private static boolean isUnder(URI allowed, URI address) {
        return place(allowed).equals(place(address)) && isUnder(allowed.getPath(), address.getPath());
    }

    private static String place(URI address) {
        int port = address.getPort();
        int known = port >= 0 ? port : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return (address.getScheme() + "://" + address.getHost() + ":" + known).toLowerCase(Locale.ROOT);
    }

    private static boolean isUnder(String allowed, String path) {
        return path.equals(allowed) || path.startsWith(allowed + "/") && !path.contains("/..");
    }

    /** A write that the environment's file does not allow; nothing was sent. */
    static final class WriteRefused extends RuntimeException {
        WriteRefused(Environment environment, String method, String path) {
            super(environment.name() + " is read-only: " + method + " " + path
                    + " was not sent, because `canaries` in its file does not name this path");
        }
    }
}
