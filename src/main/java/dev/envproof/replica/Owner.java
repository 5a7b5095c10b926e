package dev.envproof.replica;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The process that a run folder belongs to. A process id alone is not enough: systems use it again.
 *
 * @param started in milliseconds since 1970; 0 where the system does not tell
 */
public record Owner(long pid, long started) {
    private static final Pattern NAME = Pattern.compile("envproof-(\\d{1,18})-(\\d{1,18})-[a-z]+");

    public static Owner ofThisProcess() {
        return of(ProcessHandle.current());
    }

    private static Owner of(ProcessHandle process) {
        return new Owner(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The owner that a folder's name tells; empty for a folder that is no run's. */
    public static Optional<Owner> ofFolder(String folderName) {
        Matcher matcher = NAME.matcher(folderName);
        return matcher.matches()
                ? Optional.of(new Owner(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    public String folderName() {
        return "envproof-" + pid + "-" + started;
    }

    public boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(Owner::of)
                .filter(this::equals)
                .isPresent();
    }
}
