package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets every probe look once at every target, all at the same time; those that disturb go last, one by one. */
final class Looking {
    private final List<Target> targets;
    private final BiPredicate<Probe<?>, Target> wanted;
    private final Supplier<Planted> planting;
    private final Sightings sightings = new Sightings();
    private final ExecutorService pool = Executors.newCachedThreadPool(Looking::daemon);
    private Lookout lookout;

    /**
     * @param wanted whether a probe has anything to look for at a target
     * @param planting writes the canaries; called once, and only where a probe seeks them
     */
    Looking(List<Target> targets, BiPredicate<Probe<?>, Target> wanted, Lookout lookout, Supplier<Planted> planting) {
        this.targets = targets;
        this.wanted = wanted;
        this.lookout = lookout;
        this.planting = planting;
    }

    Sightings with(List<Probe<?>> probes) {
        try {
            List<Pending> pending =
                    new ArrayList<>(start(probes, probe -> !probe.disturbs() && !probe.seeksCanaries()));
            if (probes.stream().anyMatch(Probe::seeksCanaries)) {
                lookout = lookout.with(planting.get());
                pending.addAll(start(probes, Probe::seeksCanaries));
            }
            pending.forEach(this::await);
            probes.stream().filter(Probe::disturbs).forEach(this::oneByOne);
        } finally {
            pool.shutdownNow();
        }
        return sightings;
    }

    private List<Pending> start(List<Probe<?>> probes, Predicate<Probe<?>> which) {
        return probes.stream()
                .filter(which)
                .flatMap(probe -> at(probe).map(target -> start(probe, target)))
                .toList();
    }

    private void oneByOne(Probe<?> probe) {
        at(probe).forEach(target -> await(start(probe, target)));
    }

    private Stream<Target> at(Probe<?> probe) {
        return targets.stream().filter(target -> wanted.test(probe, target));
    }

    private Pending start(Probe<?> probe, Target target) {
        Lookout shared = lookout;
        return new Pending(target, probe, pool.submit(() -> probe.look(target, shared)));
    }

    private void await(Pending pending) {
        sightings.put(pending.target().environment().name(), pending.probe().sees(), look(pending));
    }

    private Sightings.Look look(Pending pending) {
        try {
            return new Sightings.Saw(pending.future().get(lookout.budget().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            pending.future().cancel(true);
            return new Sightings.Failed(
                    "the probe had not finished after " + lookout.budget().toSeconds() + " s");
        } catch (ExecutionException failed) {
            return new Sightings.Failed(reason(pending.probe(), failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Sightings.Failed("the run was interrupted");
        }
    }

    private String reason(Probe<?> probe, @Nullable Throwable cause) {
        String text = probe.getClass().getSimpleName() + " failed: " + cause;
        return lookout.redaction().redact(text);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    }

    private record Pending(Target target, Probe<?> probe, Future<? extends Seen> future) {}
}
