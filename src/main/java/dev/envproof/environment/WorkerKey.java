package dev.envproof.environment;

import dev.envproof.environment.Worker.Job;
import dev.envproof.environment.Worker.Scheduler;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decodes the key {@code workers}. */
final class WorkerKey {
    private static final Range SECONDS = new Range(1, 3_600);
    /** Stands in where the key is missing, which is reported. */
    private static final Job NO_JOB = new Job(
            "none", "/none", List.of(), List.of(), "/none", Optional.empty(), Optional.empty(), Optional.empty());

    private final Declared declared;

    WorkerKey(Declared declared) {
        this.declared = declared;
    }

    Worker decode(String name, Fields keys) {
        keys.atLeastOne("queues", "job");
        return new Worker(
                name,
                keys.text("service", declared.service()),
                keys.text("broker", declared.store()),
                keys.text("results", declared.store()),
                keys.optionalTexts("stores", declared.store()),
                keys.optionalTexts("queues", Forms.WORD),
                keys.section("job", this::job).orElse(NO_JOB),
                Duration.ofSeconds(keys.number("within-seconds", SECONDS, 30)),
                keys.number("concurrency", new Range(1, 1_000), 1),
                keys.optionalNumber("time-limit-seconds", SECONDS).map(Duration::ofSeconds),
                Set.copyOf(keys.optionalTexts("long-queues", Forms.WORD)),
                keys.optionalNumber("queue-depth", new Range(0, 1_000_000)),
                keys.section("scheduler", WorkerKey::scheduler));
    }

    private Job job(Fields keys) {
        return new Job(
                keys.text("path", Forms.RELATIVE_PATH),
                keys.text("state", Forms.POINTER),
                keys.texts("done", Forms.WORD),
                keys.optionalTexts("ended", Forms.WORD),
                keys.text("environment", Forms.POINTER),
                keys.optionalText("record", declared.canaryPath()),
                keys.optionalText("worker-variables", Forms.POINTER),
                keys.optionalText("service-variables", Forms.POINTER));
    }

    private static Scheduler scheduler(Fields keys) {
        return new Scheduler(
                keys.text("path", Forms.RELATIVE_PATH),
                keys.text("ticks", Forms.POINTER),
                keys.text("now", Forms.POINTER),
                Duration.ofSeconds(keys.number("period-seconds", SECONDS)));
    }
}
