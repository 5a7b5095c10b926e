package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets every probe look once at every target, all at the same time; those that disturb go last, one by one. */
final class Looking {
    private final List<Target> targets;
    private final BiPredicate<Probe<?>, Target> wanted;
    private final Supplier<Planted> planting;
    private final Progress progress;
    private final Sightings sightings = new Sightings();
    private final ExecutorService pool = Executors.newCachedThreadPool(Looking::daemon);
    private Lookout lookout;
    private LookCount count;
    private long deadline;

    /**
     * @param wanted whether a probe has anything to look for at a target
     * @param planting writes the canaries; called once, and only where a probe seeks them
     */
    Looking(List<Target> targets, BiPredicate<Probe<?>, Target> wanted, Lookout lookout, Supplier<Planted> planting) {
        this(targets, wanted, lookout, planting, Progress.NONE);
    }

    Looking(
            List<Target> targets,
            BiPredicate<Probe<?>, Target> wanted,
            Lookout lookout,
            Supplier<Planted> planting,
            Progress progress) {
        this.progress = progress;
        this.count = new LookCount(progress, Map.of());
        this.targets = targets;
        this.wanted = wanted;
        this.lookout = lookout;
        this.planting = planting;
    }

    /** Takes twice the lookout's budget at most, whatever the targets do: once for all that look together, once for the rest. */
    Sightings with(List<Probe<?>> probes) {
        try {
            deadline = fromNow();
            count = new LookCount(progress, looks(probes));
            List<Probe<?>> seekers =
                    probes.stream().filter(Probe::seeksCanaries).toList();
            // first of all, because what is planted needs a while to show where it must not
            List<Future<Planted>> planted = seekers.isEmpty() ? List.of() : List.of(pool.submit(planting::get));
            List<Pending> pending =
                    new ArrayList<>(start(probes, probe -> !probe.disturbs() && !probe.seeksCanaries()));
            planted.forEach(canaries -> pending.addAll(seek(seekers, canaries)));
            pending.forEach(this::await);
            deadline = fromNow();
            probes.stream().filter(Probe::disturbs).forEach(this::oneByOne);
        } finally {
            pool.shutdownNow();
        }
        return sightings;
    }

    private List<Pending> seek(List<Probe<?>> probes, Future<Planted> planted) {
        try {
            lookout = lookout.with(inTime(planted));
            return start(probes, probe -> true);
        } catch (NotInTime failed) {
            String why = "canaries could not be planted: " + failed.getMessage();
            probes.forEach(probe -> at(probe).forEach(target -> {
                sightings.put(target.environment().name(), probe.sees(), new Sightings.Failed(why));
                count.ended(target.environment().name());
            }));
            return List.of();
        }
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
        return new Pending(target, probe, pool.submit(() -> {
            try {
                return probe.look(target, shared);
            } finally {
                count.ended(target.environment().name());
            }
        }));
    }

    private void await(Pending pending) {
        sightings.put(pending.target().environment().name(), pending.probe().sees(), look(pending));
    }

    private Map<String, Integer> looks(List<Probe<?>> probes) {
        return probes.stream()
                .flatMap(this::at)
                .collect(Collectors.toMap(target -> target.environment().name(), target -> 1, Integer::sum));
    }

    private Sightings.Look look(Pending pending) {
        try {
            return new Sightings.Saw(inTime(pending.future()));
        } catch (NotInTime failed) {
            return new Sightings.Failed(pending.probe().getClass().getSimpleName() + " " + failed.getMessage());
        }
    }

    private <T> T inTime(Future<T> future) throws NotInTime {
        try {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new NotInTime("had not finished after " + lookout.budget().toSeconds() + " s");
        } catch (ExecutionException failed) {
            throw new NotInTime(lookout.redaction().redact("failed: " + failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotInTime("was interrupted");
        }
    }

    private long fromNow() {
        return System.nanoTime() + lookout.budget().toNanos();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "probe");
        thread.setDaemon(true);
        return thread;
    }

    private static final class NotInTime extends Exception {
        private static final long serialVersionUID = 1L;

        NotInTime(String message) {
            super(message);
        }
    }

    private record Pending(Target target, Probe<?> probe, Future<? extends Seen> future) {}
}
