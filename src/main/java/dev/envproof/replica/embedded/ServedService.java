package dev.envproof.replica.embedded;

import java.util.Map;

/** One instance of a service of one edge. */
final class ServedService implements Served {
    private final String name;
    private final RunFolder folder = RunFolder.create();
    private final ReferenceService service;

    ServedService(ServeSettings settings, String edge, String name) {
        Shape shape = settings.shape(edge);
        ServiceLog log = new ServiceLog(folder.path(), name);
        this.name = name;
        this.service = new ReferenceService(edge, name, settings.port(), log, () -> shape);
    }

    @Override
    public Map<String, Map<String, String>> start() {
        service.start();
        return Map.of("", Map.of(ServiceUrls.variable(name), service.url().toString()));
    }

    @Override
    public synchronized void close() {
        try (folder) {
            service.close();
        }
    }
}
