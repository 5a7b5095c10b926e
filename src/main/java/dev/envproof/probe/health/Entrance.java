package dev.envproof.probe.health;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a service is asked: a route at the edge, or its own address. */
record Entrance(String service, String says, URI folder) {

    static List<Entrance> all(Target target) {
        List<Entrance> entrances = new ArrayList<>();
        for (Route route : target.routes()) {
            entrances.add(new Entrance(route.service(), route.path(), route.at(target.edge(), "")));
        }
        entrances.addAll(direct(target));
        return entrances;
    }

    static List<Entrance> direct(Target target) {
        return target.services().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(service -> new Entrance(
                        service.getKey(), service.getKey() + " without the edge", folder(service.getValue())))
                .toList();
    }

    private static URI folder(URI base) {
        return URI.create(base.toString().endsWith("/") ? base.toString() : base + "/");
    }

    URI at(String relativePath) {
        return folder.resolve(relativePath);
    }
}
