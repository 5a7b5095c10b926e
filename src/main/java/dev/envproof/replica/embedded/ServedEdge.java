package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import java.util.Map;
import java.util.TreeMap;

/** The front door of one edge; it tells the URL of every environment behind it. */
final class ServedEdge implements Served {
    private final ServeSettings settings;
    private final String name;
    private final EdgeProxy edge;

    ServedEdge(ServeSettings settings, String name) {
        Shape shape = settings.shape(name);
        this.settings = settings;
        this.name = name;
        this.edge = new EdgeProxy(name, settings.port(), () -> shape);
    }

    @Override
    public Map<String, Map<String, String>> start() {
        edge.start();
        Map<String, String> urls = new TreeMap<>();
        for (Environment environment : settings.system().environments()) {
            if (environment.edge().equals(name)) {
                urls.put(environment.urlVariable(), edge.url().toString());
            }
        }
        return Map.of("", urls);
    }

    @Override
    public void close() {
        edge.close();
    }
}
