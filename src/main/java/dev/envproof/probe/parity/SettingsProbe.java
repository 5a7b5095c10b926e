package dev.envproof.probe.parity;

import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Parity;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.parity.Setting.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the variables of the parity contract: in the deployment's variables, and on the page that tells them. */
public final class SettingsProbe implements Probe<SettingsProbe.Seen> {
    private static final String VARIABLES = "its variables";

    /**
     * @param settings one per variable and source
     * @param unknown names of the deployment's variables that no file names
     * @param place where the environment stands in the system's promotion, from 0; -1 where it is not listed
     */
    public record Seen(List<Setting> settings, Set<String> unknown, int place) implements dev.envproof.probe.Seen {
        public Seen {
            settings = List.copyOf(settings);
            unknown = Set.copyOf(unknown);
        }

        /** What the deployment's own variables say; empty where this run does not see them. */
        public List<Setting> ofVariables() {
            return settings.stream()
                    .filter(setting -> setting.source().equals(VARIABLES))
                    .toList();
        }

        /** The same variable, as the same source has it. */
        public Optional<Setting> like(Setting other) {
            return settings.stream()
                    .filter(setting -> setting.source().equals(other.source())
                            && setting.declared().name().equals(other.declared().name()))
                    .findFirst();
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        int place = target.system().promotion().indexOf(target.environment().name());
        return target.system()
                .parity()
                .map(parity -> look(target, parity, lookout, place))
                .orElseGet(() -> new Seen(List.of(), Set.of(), place));
    }

    private static Seen look(Target target, Parity parity, Lookout lookout, int place) {
        SettingEye eye = new SettingEye(lookout);
        List<Setting> settings = new ArrayList<>();
        boolean isOwn = hasOwnVariables(target);
        if (isOwn) {
            parity.variables().forEach(declared -> settings.add(ofVariables(declared, target, eye)));
        }
        parity.toldBy().ifPresent(told -> settings.addAll(new ToldSettings(target, told, eye).look(lookout)));
        return new Seen(settings, isOwn ? unknown(target, parity) : Set.of(), place);
    }

    /** The variables of the run's own process are not those of a deployment. */
    public static boolean hasOwnVariables(Target target) {
        return target.engine() != Target.Engine.REMOTE
                || !target.environment().variablesFrom().isEmpty();
    }

    private static Setting ofVariables(ContractVariable declared, Target target, SettingEye eye) {
        return target.variables()
                .value(declared.name())
                .map(value -> eye.see(declared, VARIABLES, value))
                .orElseGet(() -> Setting.without(declared, VARIABLES, State.UNSET, ""));
    }

    private static Set<String> unknown(Target target, Parity parity) {
        Set<String> names = new TreeSet<>(target.variables().asMap().keySet());
        parity.variables().stream().map(ContractVariable::name).forEach(names::remove);
        names.removeAll(Targets.declaredVariables(target.system(), target.environment()));
        return names;
    }
}
