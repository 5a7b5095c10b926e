package dev.envproof.replica.compose;

import dev.envproof.replica.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a project that a run started, which is a label on all that belongs to it: whose it is and what for.
 *
 * @param host within which a process id means something: a boot, a process namespace and a user
 */
record ProjectName(String host, Owner owner, String environment) {
    private static final Pattern FORM = Pattern.compile("envproof-([0-9a-f]{8})-(\\d{1,18})-(\\d{1,18})-([a-z0-9-]+)");

    static ProjectName ofThisProcess(String environment) {
        return new ProjectName(hostOfThisProcess(), Owner.ofThisProcess(), environment);
    }

    /** Empty for a project that no run started. */
    static Optional<ProjectName> parse(String project) {
        Matcher name = FORM.matcher(project);
        return name.matches()
                ? Optional.of(new ProjectName(
                        name.group(1),
                        new Owner(Long.parseLong(name.group(2)), Long.parseLong(name.group(3))),
                        name.group(4)))
                : Optional.empty();
    }

    /** Whether its run was on this host and has ended. */
    boolean isLeftover() {
        return host.equals(hostOfThisProcess()) && !owner.isAlive();
    }

    private static String hostOfThisProcess() {
        String host = System.getProperty("os.name") + "/" + System.getProperty("user.name");
        try {
            host += Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException notLinux) {
            host += "/";
        }
        return UUID.nameUUIDFromBytes(host.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }

    /** The run's process, for messages. */
    long process() {
        return owner.pid();
    }

    @Override
    public String toString() {
        return "envproof-" + host + "-" + owner.pid() + "-" + owner.started() + "-" + environment;
    }
}
