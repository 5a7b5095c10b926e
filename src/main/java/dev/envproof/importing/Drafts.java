package dev.envproof.importing;

import java.util.List;

/** The files to be written. */
record Drafts(SystemDraft system, List<EnvironmentDraft> environments) {
    Drafts {
        environments = List.copyOf(environments);
    }
}
