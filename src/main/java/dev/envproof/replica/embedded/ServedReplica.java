package dev.envproof.replica.embedded;

import dev.envproof.environment.Target;
import dev.envproof.replica.Replica;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The whole replica in one process, told to others as a deployment would be: by URLs and credentials. */
final class ServedReplica implements Served {
    private final ServeSettings settings;
    private final Consumer<String> progress;
    private Optional<Replica> replica = Optional.empty();

    ServedReplica(ServeSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public Map<String, Map<String, String>> start() {
        Replica started = EmbeddedReplica.start(settings.system(), settings.deviations(), progress);
        replica = Optional.of(started);
        Map<String, String> variables = new TreeMap<>();
        for (Target target : started.targets()) {
            variables.put(target.environment().urlVariable(), target.edge().toString());
            DeclaredNames.of(target.environment())
                    .forEach(name -> target.variables().value(name).ifPresent(value -> variables.put(name, value)));
        }
        return Map.of("", variables);
    }

    @Override
    public void close() {
        replica.ifPresent(Replica::close);
    }
}
