package dev.envproof.replica.embedded;

import dev.envproof.environment.Parity;
import dev.envproof.fault.Fault;
import dev.envproof.fault.ParityLookAlike;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The build that a service says it is.
 *
 * @param digest of its image
 */
record ReplicaBuild(String name, String digest) {
    /** A replica is never deployed, so that it has one build for ever, where none is declared. */
    private static final String UNNAMED = "replica";

    private static final String DIGEST = "sha256:5d41402abc4b2a76b9719d911017c592ae0e7f7a3c9e9a2f4b1c8d3e6f709142";
    private static final String OTHER_DIGEST =
            "sha256:7d793037a0760186574b0282f2f435e7e8c1b5a49f3d2c6b7a8e9f0011223344";
    private static final int INSTANCES = 4;
    private static final AtomicInteger ANSWERS = new AtomicInteger();

    static ReplicaBuild of(Visit visit) {
        Shape shape = visit.shape();
        String environment = visit.environment().name();
        ReplicaBuild build = new ReplicaBuild(declared(visit), DIGEST);
        if (environment.equals("production")
                && (shape.shows(Fault.PARITY_OLD_INSTANCE_LEFT)
                        || shape.shows(ParityLookAlike.PARITY_ROLL_OUT_UNDER_WAY))) {
            return ANSWERS.incrementAndGet() % INSTANCES == 0 ? new ReplicaBuild("v2.4.0", OTHER_DIGEST) : build;
        }
        return environment.equals("staging") ? ofStaging(shape, build) : build;
    }

    private static ReplicaBuild ofStaging(Shape shape, ReplicaBuild build) {
        if (shape.shows(Fault.PARITY_BUILD_IS_LATEST)) {
            return new ReplicaBuild("latest", OTHER_DIGEST);
        }
        if (shape.shows(ParityLookAlike.PARITY_BUILD_OF_ANOTHER_COMMIT)) {
            return new ReplicaBuild("staging-0b7d3ae", OTHER_DIGEST);
        }
        if (shape.shows(Fault.PARITY_OTHER_BUILD)) {
            return new ReplicaBuild("replica-2", OTHER_DIGEST);
        }
        return shape.shows(ParityLookAlike.PARITY_OTHER_TAG_SAME_IMAGE)
                ? new ReplicaBuild("replica-2", build.digest())
                : build;
    }

    private static String declared(Visit visit) {
        String environment = visit.environment().name();
        Optional<Parity.Build> build = visit.shape().system().parity().map(Parity::build);
        return build.flatMap(it -> Optional.ofNullable(it.version().get(environment)))
                .or(() -> build.flatMap(it -> Optional.ofNullable(it.named().get(environment)))
                        .map(named -> sample(named.form())))
                .orElse(UNNAMED);
    }

    private static String sample(String form) {
        return form.replace("<sha>", "4f2a91c")
                .replace("<version>", "2.4.1")
                .replace("<date>", "2026-11-25")
                .replace("<number>", "17");
    }
}
