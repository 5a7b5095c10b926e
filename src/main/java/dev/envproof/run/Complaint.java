package dev.envproof.run;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.UnknownName;
import dev.envproof.fingerprint.UnfitFingerprints;
import dev.envproof.merge.UnfitShards;
import dev.envproof.replica.ReplicaException;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.suite.BadExtension;
import java.util.List;
import java.util.Optional;

/** What a user can mend: its message is for the user, and no stack trace helps. */
public final class Complaint {
    private static final List<Class<? extends RuntimeException>> MENDABLE = List.of(
            BadEnvironmentFiles.class,
            BadExtension.class,
            UnknownName.class,
            NoTarget.class,
            ReplicaException.class,
            ReportsUnusable.class,
            UnfitFingerprints.class,
            UnfitShards.class);

    private Complaint() {}

    /** The user's message, where the failure is one that a user can mend. */
    public static Optional<String> of(Throwable failure) {
        return MENDABLE.stream().anyMatch(kind -> kind.isInstance(failure))
                ? Optional.ofNullable(failure.getMessage())
                : Optional.empty();
    }
}
