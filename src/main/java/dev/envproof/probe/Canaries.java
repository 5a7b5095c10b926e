package dev.envproof.probe;

import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.CanaryLedger.Abandoned;
import dev.envproof.probe.CanaryLedger.Entry;
import dev.envproof.probe.CanaryLedger.Found;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Writes one run-unique marker per environment and canary path that the environment's file allows, through the system's
 * own API, and removes every one: when closed, when the JVM is told to stop, and, where the JVM was killed, in the next
 * run of the same project.
 */
public final class Canaries implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 8;

    private final List<Target> targets;
    private final Redaction redaction;
    private final CanaryLedger ledger;
    private final CanaryRemoval removal;
    private final List<Entry> written = new CopyOnWriteArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final Map<Entry, String> leftBehind = new LinkedHashMap<>();
    private final Thread atShutdown = new Thread(this::stop, "canary removal");
    private final ReadWriteLock running = new ReentrantReadWriteLock();
    private volatile List<Canary> planted = List.of();
    private boolean stopped;

    private Canaries(List<Target> targets, Redaction redaction, CanaryLedger ledger) {
        this.targets = List.copyOf(targets);
        this.redaction = redaction;
        this.ledger = ledger;
        this.removal = new CanaryRemoval(targets, redaction, DEADLINE);
    }

    /**
     * Removes what dead runs left, then plants; a write that fails is part of what {@link #planted()} tells.
     *
     * @param folder where runs remember their canaries; it must outlive a run
     * @throws java.io.UncheckedIOException where that folder can't be used: then nothing is planted
     */
    public static Canaries plant(List<Target> targets, Redaction redaction, Path folder) {
        Canaries canaries = new Canaries(targets, redaction, new CanaryLedger(folder));
        Runtime.getRuntime().addShutdownHook(canaries.atShutdown);
        canaries.removeAbandoned();
        canaries.plantAll();
        return canaries;
    }

    public Planted planted() {
        return new Planted(planted);
    }

    /**
     * A sentence for each canary of this run's targets that could not be removed, of this run or an earlier one, and for
     * each page of an earlier run that can't be read; complete once closed.
     */
    public List<String> leftBehind() {
        running.readLock().lock();
        try {
            return Stream.concat(unreadable.stream(), leftBehind.values().stream())
                    .toList();
        } finally {
            running.readLock().unlock();
        }
    }

    /** Removes every canary; closing twice is harmless. */
    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atShutdown);
    }

    private void plantAll() {
        LandingCheck landing = new LandingCheck(targets, redaction, DEADLINE);
        List<Callable<Optional<Canary>>> plantings = new ArrayList<>();
        for (Target target : targets) {
            for (CanaryPath path : target.system().canaries()) {
                if (target.environment().canaries().contains(path.name())) {
                    plantings.add(() -> plant(target, path, landing));
                }
            }
        }
        planted = Together.ask(AT_ONCE, plantings).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Several write at once; who stops the run waits for them, so that it removes what they wrote. */
    private Optional<Canary> plant(Target target, CanaryPath path, LandingCheck landing) {
        running.readLock().lock();
        try {
            if (stopped) {
                return Optional.empty();
            }
            String id = UUID.randomUUID().toString();
            Reply reply = landing.refusal(target, path).orElseGet(() -> write(target, path, id));
            return Optional.of(new Canary(target.environment().name(), path, id, reply));
        } finally {
            running.readLock().unlock();
        }
    }

    private Reply write(Target target, CanaryPath path, String id) {
        Entry entry = Entry.of(target, path.name(), id);
        if (Written.isTo(target, path.store(), Store.Mail.class)) {
            return send(target, path, id); // nobody takes a mail back
        }
        if (target.engine() == Target.Engine.REMOTE) {
            ledger.add(entry); // the data of a replica dies with it
        }
        written.add(entry);
        Reply reply = send(target, path, id);
        if (reply instanceof Answer answer && answer.status() / 100 == 4) {
            written.remove(entry); // refused: there is nothing to remove
            ledger.remove(entry);
        }
        return reply;
    }

    private Reply send(Target target, CanaryPath path, String id) {
        return new Journey(target, redaction, DEADLINE).send("POST", path, "", Optional.of("{\"id\":\"" + id + "\"}"));
    }

    private void stop() {
        running.writeLock().lock();
        try {
            stopped = true;
            written.removeIf(entry -> {
                Optional<String> trouble = removal.remove(entry);
                trouble.ifPresentOrElse(why -> leftBehind.put(entry, why), () -> ledger.remove(entry));
                return trouble.isEmpty();
            });
        } finally {
            running.writeLock().unlock();
        }
    }

    private void removeAbandoned() {
        running.writeLock().lock();
        try {
            Found found = ledger.abandoned();
            unreadable.addAll(found.unreadable());
            found.abandoned().forEach(this::remove);
        } finally {
            running.writeLock().unlock();
        }
    }

    private void remove(Abandoned abandoned) {
        List<Entry> left = new ArrayList<>();
        for (Entry entry : abandoned.entries()) {
            if (!removal.reaches(entry)) {
                left.add(entry); // no affair of this run: one against that address removes it
                continue;
            }
            removal.remove(entry).ifPresent(why -> {
                leftBehind.put(entry, why);
                left.add(entry);
            });
        }
        ledger.settle(abandoned, left);
    }
}
