package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.importing.Import;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code import shop compose.yml .env.staging nginx.conf}: writes the first files of a system. */
final class ImportCommand implements Command {
    private static final String OVERWRITE = "--overwrite";
    private static final String HELP = """
            usage: import [--overwrite] SYSTEM [ENVIRONMENT=]FILE...
            Writes environments/SYSTEM/: services, routes, hosts, ports, CORS origins and the names of secrets, never their
            values. What could not be told is a comment in the file it belongs to.
              FILE  compose files (Traefik labels too), env files, nginx.conf; told apart by name and content. An env_file
                    or extends of a compose file is followed inside its folder.
              ENVIRONMENT=  for a file whose name does not tell: .env.staging and compose.prod.yml do, compose.yml does not.
                    dev, local, stg, prod are taken for development, staging, production.
              --overwrite   replaces the files that are there already.
            examples:
              import exams compose.yml .env .env.staging
              import events development=docker-compose.yml docker-compose.staging.yml docker-compose.prod.yml
              import jobs nginx.conf .env
            """;

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String takes() {
        return "SYSTEM FILE...";
    }

    @Override
    public String purpose() {
        return "write first files from compose, env and nginx files";
    }

    @Override
    public String help() {
        return HELP;
    }

    @Override
    public List<String> options() {
        return List.of(OVERWRITE);
    }

    /** @throws UnknownName for an argument that is no flag of this command */
    @Override
    public ExitCode run(List<String> arguments, Session session) {
        List<String> names = new ArrayList<>(arguments);
        boolean overwrites = names.removeIf(OVERWRITE::equals);
        names.stream().filter(name -> name.startsWith("-")).findFirst().ifPresent(name -> {
            throw new UnknownName("import " + KeyPath.shown(name) + ": unknown flag; known: " + OVERWRITE + ", --help");
        });
        if (names.isEmpty()) {
            throw new UnknownName("import: no system named\n" + HELP.stripTrailing());
        }
        Path environments = session.folder().resolve("environments");
        new Import(environments, names.get(0), names.subList(1, names.size()), overwrites)
                .run()
                .forEach(session.out()::println);
        return ExitCode.OPEN;
    }
}
