package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Variables;
import dev.envproof.replica.Component;
import dev.envproof.replica.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Every environment's database and gateway; what it tells is the configuration of every edge's deployment. */
final class ServedStores implements Served {
    private final ServeSettings settings;
    private final Consumer<String> progress;
    private final RunFolder folder = RunFolder.create();
    private final AtomicReference<Shape> shape;
    private final Map<String, ProjectStores> stores = new LinkedHashMap<>();

    ServedStores(ServeSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.shape = new AtomicReference<>(new Shape(settings.system(), settings.deviations(), Map.of()));
        Workshop workshop = new EmbeddedWorkshop(folder.path());
        for (Environment environment : settings.system().environments()) {
            stores.put(environment.name(), ProjectStores.of(environment, workshop, shape::get));
        }
    }

    @Override
    public Map<String, Map<String, String>> start() {
        StartUp.all(components(), progress);
        Map<String, ReplicaVariables.Addresses> projects = new LinkedHashMap<>();
        stores.forEach((environment, store) -> projects.put(environment, store.addresses(Side.INSIDE)));
        ReplicaVariables all =
                new ReplicaVariables(settings.system(), settings.deviations(), projects, SideStores.none());
        Map<String, Variables> variables = new LinkedHashMap<>();
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (Edge edge : settings.system().edges()) {
            variables.put(edge.name(), all.of(edge, Map.of()));
            told.put(edge.name(), new TreeMap<>(variables.get(edge.name()).asMap()));
        }
        shape.set(new Shape(settings.system(), settings.deviations(), variables));
        DeclaredLayouts.show(shape.get(), stores);
        StoreFaults.commit(shape.get(), stores);
        return told;
    }

    private List<Component> components() {
        List<Component> components = new ArrayList<>();
        stores.values().forEach(store -> components.addAll(List.of(store.cluster(), store.gateway())));
        return components;
    }

    @Override
    public synchronized void close() {
        try (folder) {
            StartUp.stopAll(components());
        }
    }
}
