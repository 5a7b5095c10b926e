package dev.envproof.probe.parity;

import dev.envproof.environment.ContractVariable;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.parity.Setting.State;
import java.util.Optional;

/** Sees a value, and keeps of it what may be told and a fingerprint to compare by. */
record SettingEye(Lookout lookout) {
    private static final int LONGEST = 100;

    Setting see(ContractVariable declared, String source, String value) {
        if (value.isBlank()) {
            return Setting.without(declared, source, State.EMPTY, "");
        }
        return declared.as()
                .canonical(value)
                .map(canonical -> new Setting(
                        declared,
                        source,
                        State.SET,
                        "",
                        Optional.of(lookout.fingerprints().of(canonical)),
                        Optional.of(canonical)
                                .filter(text -> declared.mayBeShown())
                                .map(text -> lookout.redaction().redact(text, LONGEST)),
                        Optional.empty()))
                .orElseGet(() -> Setting.without(declared, source, State.MISFIT, ""));
    }
}
