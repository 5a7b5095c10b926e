package dev.envproof.replica.embedded;

import dev.envproof.replica.ReplicaException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A gateway in a process of its own; it is told whose project it stands for. */
final class SeparateGateway {
    private final AtomicReference<Optional<Shape>> shape = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<SupabaseGateway>> gateway = new AtomicReference<>(Optional.empty());

    PartControl controlledBy(String key) {
        return new PartControl(
                key,
                Map.of(
                        PartMain.PING,
                        body -> "",
                        PartMain.BECOME,
                        this::become,
                        PartMain.SHOW,
                        this::show,
                        PartMain.STOP_BUCKET,
                        told(body -> known().stopBucket(Boolean.parseBoolean(body))),
                        PartMain.FORGET,
                        told(body -> known().forgetConnections())),
                this::answer);
    }

    private static Function<String, String> told(Consumer<String> command) {
        return body -> {
            command.accept(body);
            return "";
        };
    }

    private String become(String body) {
        Project project = Wire.decoded(Project.class, body);
        gateway.set(Optional.of(new SupabaseGateway(project, 0, this::shown)));
        return "";
    }

    private String show(String body) {
        Shape told = Wire.decoded(Shape.class, body);
        shape.set(Optional.of(told));
        known().show(told);
        known().openConnections();
        return "";
    }

    private Shape shown() {
        return shape.get().orElseThrow(() -> new ReplicaException("the gateway has nothing to show yet"));
    }

    private SupabaseGateway known() {
        return gateway.get().orElseThrow(() -> new ReplicaException("the gateway stands for no project yet"));
    }

    private Answer answer(Request request) {
        Optional<SupabaseGateway> known =
                gateway.get().filter(ready -> shape.get().isPresent());
        return known.map(ready -> ready.answer(request)).orElseGet(() -> Answer.error(503, "nothing to show yet"));
    }
}
