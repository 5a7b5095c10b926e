package dev.envproof.probe.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.environment.Containers;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.store.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Looks once, through the engine, at every container of an environment. */
public final class InspectProbe implements Probe<InspectProbe.Seen> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST = 200;

    private final Supplier<EngineAddress> engine;
    private final Duration patience;

    /** Asks the engine of this process's surroundings. */
    public InspectProbe() {
        this(() -> EngineAddress.of(System.getenv(), Path.of("/"), Path.of(System.getProperty("user.home"))), PATIENCE);
    }

    InspectProbe(Supplier<EngineAddress> engine, Duration patience) {
        this.engine = engine;
        this.patience = patience;
    }

    /**
     * @param declared what the environment's containers are declared to be
     * @param containers of the environment; unknown where the engine could not be asked
     * @param absent parts that are declared and that no container is
     * @param declaredValues by variable, the fingerprint of the secret that this run was told
     */
    public record Seen(
            Containers declared,
            Fact<List<Container>> containers,
            List<String> absent,
            Map<String, String> declaredValues)
            implements dev.envproof.probe.Seen {
        public Seen {
            absent = List.copyOf(absent);
            declaredValues = Map.copyOf(declaredValues);
        }
    }

    private record Look(List<Container> containers, List<String> absent) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Containers declared = target.containers().orElseGet(() -> Containers.named(Map.of(), Map.of(), Set.of()));
        if (target.containers().isEmpty()) {
            return new Seen(declared, new Fact.Unknown<>("no containers are declared"), List.of(), Map.of());
        }
        Map<String, String> values = declaredValues(target, lookout);
        try {
            Look look = look(Claims.of(target, lookout.siblings()), lookout);
            return new Seen(declared, known(look), look.absent(), values);
        } catch (EngineFailure failed) {
            return new Seen(declared, new Fact.Unknown<>(String.valueOf(failed.getMessage())), List.of(), values);
        }
    }

    private static Fact<List<Container>> known(Look look) {
        return look.containers().isEmpty()
                ? new Fact.Unknown<>("resolve: the engine has no container of this environment")
                : new Fact.Known<>(look.containers());
    }

    private static Map<String, String> declaredValues(Target target, Lookout lookout) {
        return target.secrets().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        secret -> SecretValue.fingerprint(secret.getValue(), lookout.fingerprints())));
    }

    private Look look(Claims claims, Lookout lookout) {
        EngineApi api = new EngineApi(engine.get(), lookout.redaction(), patience);
        List<Listed> all = list(api.get("/containers/json?all=true"), Listed::of);
        List<Listed> members = all.stream().filter(claims::isMember).toList();
        if (members.size() > MOST) {
            throw new EngineFailure("body: " + members.size() + " containers; no more than " + MOST + " are looked at");
        }
        Surroundings surroundings = Surroundings.of(api.get("/networks"), api.get("/volumes"));
        Map<String, List<String>> digests = new HashMap<>();
        List<Container> containers = new ArrayList<>();
        for (Listed member : members) {
            api.find("/containers/" + member.id() + "/json").ifPresent(told -> {
                ContainerJson json = new ContainerJson(told, surroundings, lookout.fingerprints(), lookout.redaction());
                List<String> known = digests.computeIfAbsent(json.imageId(), image -> digests(api, image));
                containers.add(json.container(member, claims, known));
            });
        }
        return new Look(containers, claims.absent(all));
    }

    private static List<String> digests(EngineApi api, String image) {
        return api.find("/images/" + image + "/json")
                .map(told -> list(told.path("RepoDigests"), JsonNode::asText))
                .orElse(List.of());
    }

    private static <T> List<T> list(JsonNode items, Function<JsonNode, T> item) {
        return StreamSupport.stream(items.spliterator(), false).map(item).toList();
    }
}
