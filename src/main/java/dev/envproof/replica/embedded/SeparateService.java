package dev.envproof.replica.embedded;

import dev.envproof.environment.Variables;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A service in a process of its own, and the further instances of it that a run starts there, each below a path. */
final class SeparateService {
    private static final String FURTHER = ".more/";

    private final String name;
    private final AtomicReference<Optional<Shape>> shape = new AtomicReference<>(Optional.empty());
    private final ReferenceService service;
    private final Map<String, ReferenceService> further = new ConcurrentHashMap<>();

    SeparateService(String edge, String name, Path logs) {
        this.name = name;
        this.service = new ReferenceService(edge, name, 0, new ServiceLog(logs, name), this::shown);
    }

    PartControl controlledBy(String key) {
        return new PartControl(
                key,
                Map.of(
                        PartMain.PING,
                        body -> name,
                        PartMain.SHOW,
                        this::show,
                        PartMain.START,
                        this::start,
                        PartMain.STOP,
                        path -> String.valueOf(further.remove(path) != null)),
                this::answer);
    }

    private Shape shown() {
        return shape.get().orElseThrow(() -> new ReplicaException(name + " has nothing to show yet"));
    }

    private String show(String body) {
        Shape told = Wire.decoded(Shape.class, body);
        shape.set(Optional.of(told));
        service.show(told);
        return "";
    }

    private String start(String variables) {
        String path = FURTHER + RandomText.letters(16) + "/";
        further.put(
                path, service.another(Wire.decoded(Variables.class, variables).asMap()));
        return path;
    }

    private Answer answer(Request request) {
        if (shape.get().isEmpty()) {
            return Answer.error(503, "nothing to show yet");
        }
        if (request.path().startsWith(FURTHER)) {
            int end = request.path().indexOf('/', FURTHER.length()) + 1;
            ReferenceService other = further.get(request.path().substring(0, end));
            if (other != null) {
                return other.answer(request.at(request.path().substring(end)));
            }
        }
        return service.answer(request);
    }
}
