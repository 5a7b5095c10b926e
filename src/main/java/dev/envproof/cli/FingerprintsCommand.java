package dev.envproof.cli;

import dev.envproof.environment.Environment;
import dev.envproof.environment.UnknownName;
import dev.envproof.fingerprint.FingerprintComparison;
import dev.envproof.fingerprint.FingerprintFile;
import dev.envproof.fingerprint.FingerprintReader;
import dev.envproof.report.Json;
import dev.envproof.report.Plural;
import dev.envproof.run.Flags;
import dev.envproof.run.Selection;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code fingerprints -Denv=staging} writes what {@code fingerprints staging.json production.json} compares. */
final class FingerprintsCommand implements Command {
    @Override
    public String name() {
        return "fingerprints";
    }

    @Override
    public String takes() {
        return "-Denv=ENV|FILE...";
    }

    @Override
    public String purpose() {
        return "compare secrets of runners that may not see each other's";
    }

    @Override
    public String help() {
        return """
                usage: envproof fingerprints -Denv=ENVIRONMENT [-Dsystem=SYSTEM] > ENVIRONMENT.json
                       envproof fingerprints FILE FILE...
                The first prints fingerprints of an environment's secrets, under a key made of the passphrase in
                ENVPROOF_PASSPHRASE: the same one at each runner. The second says where two environments share a secret;
                it needs neither secrets nor passphrase.
                exit code: 0 all differ, or written; 1 a shared secret; 2 a runner lacked one; 64 nothing to compare
                """;
    }

    @Override
    public List<String> options() {
        return List.of("-Denv=", "-Dsystem=");
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        Given given = Given.to(this, arguments);
        List<String> files = given.words();
        if (files.isEmpty() && !given.options().isEmpty()) {
            return written(given.options(), session);
        }
        if (files.size() < 2 || !given.options().isEmpty()) {
            throw Given.wrong(this, "takes -Denv, or two files or more");
        }
        List<FingerprintComparison> comparisons = FingerprintComparison.ofEach(files.stream()
                .map(name -> FingerprintReader.read(session.path(name)))
                .toList());
        comparisons.forEach(comparison -> print(comparison, session.out()));
        if (comparisons.stream().anyMatch(FingerprintComparison::isBroken)) {
            return ExitCode.BROKEN;
        }
        return comparisons.stream().anyMatch(FingerprintComparison::isOpen) ? ExitCode.CLOSED : ExitCode.OPEN;
    }

    private static ExitCode written(List<String> options, Session session) {
        Flags flags = Flags.of(session.folder(), new Arguments(options).values());
        Selection selection = Selection.of(flags, session.variables());
        if (selection.environments().size() != 1) {
            throw new UnknownName("fingerprints: one environment a file; name it with -Denv; known: "
                    + String.join(
                            ", ",
                            selection.environments().stream()
                                    .map(Environment::name)
                                    .toList()));
        }
        FingerprintFile file = FingerprintFile.of(
                selection.system(),
                selection.environments().get(0),
                session.variables(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
        session.out().print(Json.print(file.tree()));
        file.notVisible().forEach(name -> session.err().println("not visible to this process: " + name));
        return ExitCode.OPEN;
    }

    private static void print(FingerprintComparison comparison, PrintStream out) {
        out.println(told(comparison.one()) + ", " + told(comparison.other()) + ": " + comparison.word());
        comparison.shared().forEach(line -> out.println("  " + line));
        comparison.open().forEach(line -> out.println("  " + line));
    }

    private static String told(FingerprintFile file) {
        return file.environment() + " (" + Plural.of(file.count(), "secret") + ", " + file.written() + ")";
    }
}
