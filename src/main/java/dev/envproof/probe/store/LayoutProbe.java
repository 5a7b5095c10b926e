package dev.envproof.probe.store;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.List;

/** Looks what the databases are made of, of which the files declare that. */
public final class LayoutProbe implements Probe<LayoutProbe.Seen> {

    /** One per database of which more than its address is declared. */
    public record Seen(List<Layout> layouts) implements dev.envproof.probe.Seen {
        public Seen {
            layouts = List.copyOf(layouts);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.system().stores().stream()
                .filter(Store.Database.class::isInstance)
                .map(Store.Database.class::cast)
                .flatMap(declared -> target.environment().store(declared.name()).stream()
                        .filter(address -> isDeclared(declared, address))
                        .map(address -> LayoutLook.at(target, declared, address)))
                .toList());
    }

    private static boolean isDeclared(Store.Database declared, StoreAddress address) {
        return !declared.layout().equals(DatabaseLayout.undeclared())
                || address.terms().isAnonymised()
                || address.terms().database().isPresent();
    }
}
