package dev.envproof.run;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.ShownText;
import dev.envproof.fingerprint.KeyedFingerprints;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.parity.BuildProbe;
import dev.envproof.probe.parity.Setting;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.probe.store.LocaleProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks once more at what the parity contract names, in words that may be kept.
 *
 * @param key of fingerprints that another run can make again; without one a secret's value is not kept in any form
 */
record DriftLook(List<Target> targets, Redaction redaction, Optional<Fingerprints> key) {
    static final String KEYED = "hmac:";
    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int LONGEST = 200;

    static DriftLook of(List<Target> targets, Redaction redaction, Map<String, String> processEnvironment) {
        Optional<Fingerprints> key = targets.stream()
                .findFirst()
                .flatMap(target -> KeyedFingerprints.of(target.system().name(), processEnvironment));
        return new DriftLook(targets, redaction, key);
    }

    Map<String, String> at(Target target) {
        Map<String, String> seen = new TreeMap<>();
        Lookout lookout = new Lookout(
                SocketWire.to(targets, redaction),
                redaction,
                key.orElseGet(Fingerprints::new),
                targets,
                new Planted(List.of()),
                BUDGET);
        for (Setting setting : new SettingsProbe().look(target, lookout).settings()) {
            String name = setting.declared().name() + " of " + setting.source();
            word(setting).ifPresent(word -> seen.put(name, ShownText.of(word, LONGEST)));
        }
        new BuildProbe()
                .look(target, lookout)
                .services()
                .forEach(service -> seen.put(
                        "build of " + service.service(), ShownText.of(String.join(", ", service.names()), LONGEST)));
        new LocaleProbe()
                .look(target, lookout)
                .databases()
                .forEach(database -> database.clock()
                        .known()
                        .ifPresent(clock -> seen.put("time zone of " + database.store(), clock.effect())));
        seen.values().removeIf(String::isEmpty);
        return seen;
    }

    /** What could not be looked at is no change. */
    private Optional<String> word(Setting setting) {
        return switch (setting.state()) {
            case UNSEEN -> Optional.empty();
            case UNSET, EMPTY, MISFIT -> Optional.of(setting.says());
            case SET ->
                setting.shown()
                        .or(() -> key.flatMap(same -> setting.fingerprint()).map(print -> KEYED + print))
                        .or(() -> Optional.of("set"));
        };
    }
}
