package dev.envproof.probe.nginx;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.nginx.Directive;
import dev.envproof.nginx.NginxFile;
import dev.envproof.nginx.UnreadableConfException;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the nginx.conf of the target's edge for what becomes of the routing header on each declared route. */
public final class NginxConfProbe implements Probe<NginxConfProbe.Seen> {

    /**
     * @param forwards one per route and location that serves it
     * @param unserved routes that no location hands on
     * @param notRead includes that were not followed, such as those outside the file's folder
     * @param failure why the file could not be read
     */
    public record Seen(List<Forward> forwards, List<String> unserved, List<String> notRead, Optional<String> failure)
            implements dev.envproof.probe.Seen {
        public Seen {
            forwards = List.copyOf(forwards);
            unserved = List.copyOf(unserved);
            notRead = List.copyOf(notRead);
        }

        static Seen failed(String why) {
            return new Seen(List.of(), List.of(), List.of(), Optional.of(why));
        }
    }

    /** @param where the file, the line and the location */
    public record Forward(String route, String where, HeaderFate fate) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Optional<Path> file = target.system().edge(target.environment().edge()).flatMap(Edge::nginxConf);
        String header = target.system().routingHeader().map(RoutingHeader::name).orElse("");
        return file.map(path -> look(path, target.routes(), header))
                .orElseGet(() -> Seen.failed("no nginx.conf is declared"));
    }

    /** What a file does with a header on routes. */
    public static Seen look(Path file, List<Route> routes, String header) {
        try {
            NginxFile.Contents contents = NginxFile.read(file);
            Directive root = new Directive("", List.of(), contents.directives(), "");
            List<Forward> forwards = new ArrayList<>();
            List<String> unserved = new ArrayList<>();
            for (Route route : routes) {
                List<Forward> found = new ArrayList<>();
                search(root, Level.outermost(), route, header, found);
                forwards.addAll(found);
                if (found.isEmpty()) {
                    unserved.add(route.path());
                }
            }
            return new Seen(forwards, unserved, contents.notRead(), Optional.empty());
        } catch (UnreadableConfException unreadable) {
            return Seen.failed(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Goes down through http and server blocks to the location that serves the route, and through its nested ones. */
    private static void search(Directive block, Level outer, Route route, String header, List<Forward> found)
            throws UnreadableConfException {
        Level level = outer.inside(block);
        if (block.first("proxy_pass").isPresent()) {
            boolean isSeen = block.first("include").isEmpty();
            String where = block.place() + ": " + block.text();
            found.add(new Forward(route.path(), where, isSeen ? level.fateOf(header) : HeaderFate.UNREAD));
        }
        for (Directive inner : block.block()) {
            if (List.of("http", "server", "if", "limit_except").contains(inner.name())) {
                search(inner, level, route, header, found);
            }
        }
        Optional<Directive> location = new Locations(block).serving(route.path());
        if (location.isPresent()) {
            search(location.get(), level, route, header, found);
        }
    }
}
