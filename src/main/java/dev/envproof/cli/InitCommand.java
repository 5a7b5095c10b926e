package dev.envproof.cli;

import dev.envproof.environment.Forms;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.importing.SystemFolderWriter;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code init shop staging}: the first files of a system, which load and are never written over others. */
final class InitCommand implements Command {
    @Override
    public String name() {
        return "init";
    }

    @Override
    public String takes() {
        return "SYSTEM [ENVIRONMENT]";
    }

    @Override
    public String purpose() {
        return "write a system's first files; never overwrites";
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        List<String> words = Given.to(this, arguments).words();
        if (words.isEmpty() || words.size() > 2) {
            throw Given.wrong(this, "takes a system's name, and perhaps that of its first environment (staging)");
        }
        String system = name(words.get(0));
        String environment = name(words.size() == 2 ? words.get(1) : "staging");
        if (environment.equals("system")) {
            throw Given.wrong(this, "`system` is the name of another file; accepted: as staging");
        }
        Path folder = session.folder().resolve("environments").resolve(system);
        if (Files.exists(folder)) {
            throw new UnknownName("init: " + shown(folder, session)
                    + " is there already, and nothing is overwritten; accepted: the name of a new system");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("system", FirstFiles.system(system, environment));
        texts.put(environment, FirstFiles.environment(environment, variable(environment)));
        List<Path> written = new SystemFolderWriter(folder, false).write(texts);
        written.forEach(file -> session.out().println("wrote " + shown(file, session)));
        suite(session);
        session.out()
                .println("next: edit them, then " + variable(environment) + "=https://... envproof verify -Dsystem="
                        + system);
        return ExitCode.OPEN;
    }

    private static void suite(Session session) {
        Path file = session.folder().resolve("suites").resolve("full.yaml");
        if (Files.exists(file)) {
            session.out().println("kept  " + shown(file, session));
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, FirstFiles.SUITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
        new Suites(session.folder().resolve("suites")).load("full");
        session.out().println("wrote " + shown(file, session));
    }

    private static String name(String given) {
        if (!Forms.isName(given)) {
            throw new UnknownName("init " + KeyPath.shown(given) + ": no name; accepted: " + Forms.NAME.accepted());
        }
        return given;
    }

    private static String variable(String environment) {
        return environment.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
    }

    private static String shown(Path file, Session session) {
        return session.folder()
                .toAbsolutePath()
                .relativize(file.toAbsolutePath())
                .toString();
    }
}
