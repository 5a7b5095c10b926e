package dev.envproof.importing;

import dev.envproof.environment.SecretName;
import dev.envproof.importing.Gathered.EnvFileRead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of an environment's secrets, each as the variable that a run reads. */
final class Secrets {
    private static final Set<String> POSTGRES = Set.of("postgres", "postgresql", "jdbc", "ecto");

    private final Surroundings surroundings;
    private final EnvironmentSet environments;
    private final boolean shareOneDeployment;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private Secrets(Surroundings surroundings, EnvironmentSet environments, boolean shareOneDeployment) {
        this.surroundings = surroundings;
        this.environments = environments;
        this.shareOneDeployment = shareOneDeployment;
    }

    /**
     * @param variable that a run reads; no two environments have the same one, unless their deployments do
     * @param plain the deployment's own name, without an environment's name in it
     * @param scheme of its value, where that is a URL
     */
    record Found(String variable, String plain, Optional<String> scheme, String place) {
        SecretName name() {
            return new SecretName(plain);
        }

        /** Whether it leads to a PostgreSQL database. */
        boolean isDatabaseUrl() {
            return plain.toUpperCase(Locale.ROOT)
                            .matches("(.*_)?(DATABASE|DB|POSTGRES|POSTGRESQL|PG|PSQL)_(URL|URI|DSN)")
                    && !plain.toUpperCase(Locale.ROOT).matches(".*(TEST|SHADOW).*")
                    && scheme.map(POSTGRES::contains).orElse(true);
        }
    }

    /** @param shareOneDeployment whether one deployment serves all environments, so that its names stay as they are */
    static List<Found> of(Surroundings surroundings, EnvironmentSet environments, boolean shareOneDeployment) {
        return new Secrets(surroundings, environments, shareOneDeployment).all();
    }

    /** Secrets of files that all share whose names tell no environment. */
    static List<Setting> unassigned(List<EnvFileRead> files, EnvironmentSet environments, Set<String> taken) {
        return files.stream()
                .filter(file -> file.environment().isEmpty())
                .flatMap(file -> file.settings().stream())
                .filter(setting -> isSecret(setting) && !environments.isOne())
                .filter(setting -> environments.inVariable(setting.name()).isEmpty() && !taken.contains(setting.name()))
                .toList();
    }

    private List<Found> all() {
        surroundings
                .own()
                .forEach(file -> file.settings().stream()
                        .filter(Secrets::isSecret)
                        .forEach(setting -> add(setting, distinct(setting.name()))));
        surroundings
                .shared()
                .forEach(file -> file.settings().stream()
                        .filter(Secrets::isSecret)
                        .filter(setting -> environments.isOne() || isMine(setting.name()))
                        .forEach(setting -> add(setting, setting.name())));
        for (Deployed service : surroundings.services()) {
            boolean isEveryones = service.environment().isEmpty() && shareOneDeployment && !environments.isOne();
            service.settings().stream().filter(setting -> !isEveryones).forEach(setting -> ofService(service, setting));
        }
        return List.copyOf(found.values());
    }

    private void ofService(Deployed service, Setting setting) {
        if (!setting.isReference() && isSecret(setting) && !isOthers(setting.name())) {
            add(setting, distinct(setting.name()));
        }
        for (String reference : setting.references()) {
            Setting referred = Setting.of(reference, "", setting.place());
            if (isSecret(referred) && !isOthers(reference)) {
                boolean keepsItsName = service.isTwin() && !surroundings.sets(reference);
                add(referred, keepsItsName ? reference : distinct(reference));
            }
        }
    }

    private void add(Setting setting, String variable) {
        String plain = environments
                .inVariable(setting.name())
                .map(EnvironmentNames.Split::rest)
                .orElse(setting.name());
        found.putIfAbsent(variable, new Found(variable, plain, setting.scheme(), shown(setting, variable)));
    }

    private static String shown(Setting setting, String variable) {
        String place = Note.shown(setting.place());
        return setting.name().equals(variable) ? place : setting.name() + " in " + place;
    }

    private static boolean isSecret(Setting setting) {
        return setting.secretName().isTellable() && setting.secretName().isSecret();
    }

    private boolean isMine(String variable) {
        return environments
                .inVariable(variable)
                .filter(split -> split.environment().name().equals(surroundings.name()))
                .isPresent();
    }

    private boolean isOthers(String variable) {
        return environments.inVariable(variable).isPresent() && !isMine(variable);
    }

    /** A run sees all environments' variables at once, so those of separate deployments need names of their own. */
    private String distinct(String variable) {
        if (environments.isOne() || isMine(variable)) {
            return variable;
        }
        String environment = surroundings.name().toUpperCase(Locale.ROOT).replace('-', '_');
        return variable.toUpperCase(Locale.ROOT) + "_" + environment;
    }
}
