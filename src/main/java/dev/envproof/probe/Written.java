package dev.envproof.probe;

import dev.envproof.environment.Store;
import dev.envproof.environment.Target;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import java.util.List;
import java.util.Optional;

/** The canaries of this run in stores of one kind. */
public final class Written {
    private Written() {}

    /** Whether a canary path leads to a store of this kind. */
    public static boolean isTo(Target target, String store, Class<? extends Store> kind) {
        return target.system().store(store).filter(kind::isInstance).isPresent();
    }

    /** Those that the target's own environment was asked to write. */
    public static List<Canary> here(Target target, Planted planted, Class<? extends Store> kind) {
        return all(target, planted, kind).stream()
                .filter(canary ->
                        canary.environment().equals(target.environment().name()))
                .toList();
    }

    /** Those that other environments were asked to write. */
    public static List<Canary> elsewhere(Target target, Planted planted, Class<? extends Store> kind) {
        return all(target, planted, kind).stream()
                .filter(canary ->
                        !canary.environment().equals(target.environment().name()))
                .toList();
    }

    private static List<Canary> all(Target target, Planted planted, Class<? extends Store> kind) {
        return planted.canaries().stream()
                .filter(canary -> isTo(target, canary.path().store(), kind))
                .toList();
    }

    /** Why a canary is in no store; empty where the write was answered with a 2xx. */
    public static Optional<String> trouble(Canary canary) {
        if (canary.written() instanceof NoAnswer none) {
            return Optional.of(none.why());
        }
        int status = ((Answer) canary.written()).status();
        return status / 100 == 2 ? Optional.empty() : Optional.of("writing it was answered with " + status);
    }
}
