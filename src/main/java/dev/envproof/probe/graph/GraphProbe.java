package dev.envproof.probe.graph;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.HttpAddress;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import dev.envproof.probe.Written;
import dev.envproof.probe.store.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries to write to a graph that the environment may only read, where its file allows the try: inside a transaction of
 * Neo4j's HTTP API that is rolled back at once.
 */
public final class GraphProbe implements Probe<GraphProbe.Seen> {
    private static final String READ = statement("RETURN 1");
    private static final String WRITE = statement("CREATE (n:EnvproofCanary) RETURN id(n)");

    public record Seen(List<Trial> trials) implements dev.envproof.probe.Seen {
        public Seen {
            trials = List.copyOf(trials);
        }
    }

    /**
     * One try.
     *
     * @param reads whether the same client reads the graph
     * @param writes whether its write was accepted; unknown where it is neither accepted nor refused
     * @param rolledBack whether an accepted write was undone at once
     */
    public record Trial(
            String store, Fact<Boolean> reads, Fact<Boolean> writes, boolean rolledBack, List<Exchange> exchanges) {
        public Trial {
            exchanges = List.copyOf(exchanges);
        }

        public Exchange[] evidence() {
            return exchanges.toArray(Exchange[]::new);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.environment().stores().stream()
                .filter(address -> Written.isTo(target, address.store(), Store.Graph.class))
                .filter(address ->
                        address.terms().isReadOnly() && address.terms().mayTryWrite())
                .map(address -> trial(target, address, lookout.wire()))
                .toList());
    }

    private static Trial trial(Target target, StoreAddress store, Wire wire) {
        return HttpAddress.of(target, store)
                .fold(
                        address -> trial(address, store.store(), wire),
                        why -> new Trial(
                                store.store(), new Fact.Unknown<>(why), new Fact.Unknown<>(why), true, List.of()));
    }

    private static Trial trial(HttpAddress address, String store, Wire wire) {
        Reply read = wire.send(asked(address, "tx/commit", READ));
        Fact<Boolean> reads = GraphAnswer.isDone(read);
        if (!reads.known().orElse(false)) {
            return new Trial(
                    store, reads, new Fact.Unknown<>("the graph can't be read"), true, List.of(read.exchange()));
        }
        Reply write = wire.send(asked(address, "tx", WRITE));
        List<Exchange> exchanges = new ArrayList<>(List.of(read.exchange(), write.exchange()));
        boolean rolledBack = GraphAnswer.transaction(write)
                .map(number -> {
                    Reply end = wire.send(address.ask("DELETE", "tx/" + number));
                    exchanges.add(end.exchange());
                    return GraphAnswer.isDone(end).known().orElse(false);
                })
                .orElse(true);
        return new Trial(store, reads, GraphAnswer.isDone(write), rolledBack, exchanges);
    }

    private static dev.envproof.probe.Ask asked(HttpAddress address, String path, String statement) {
        return address.ask("POST", path)
                .with("Content-Type", "application/json")
                .with("Accept", "application/json")
                .withBody(statement);
    }

    private static String statement(String cypher) {
        return "{\"statements\":[{\"statement\":\"" + cypher + "\"}]}";
    }
}
