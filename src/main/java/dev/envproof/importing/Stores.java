package dev.envproof.importing;

import dev.envproof.environment.Forms;
import dev.envproof.importing.EnvironmentDraft.Address;
import dev.envproof.importing.SystemDraft.StoreDraft;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stores that images and variables tell, and the variables that hold their addresses. */
final class Stores {
    private static final String DATABASE = "database";
    private static final String STORAGE = "storage";
    private static final String STORAGE_URL = "SUPABASE_URL";

    private final List<Deployed> deployed;
    private final Map<String, List<Secrets.Found>> secrets;
    private final List<Surroundings.Told> plain;
    private final Map<String, StoreDraft> stores = new LinkedHashMap<>();
    private final Set<Note> notes = new LinkedHashSet<>();

    /** @param secrets by environment */
    Stores(List<Deployed> deployed, Map<String, List<Secrets.Found>> secrets, List<Surroundings.Told> plain) {
        this.deployed = List.copyOf(deployed);
        this.secrets = new TreeMap<>(secrets);
        this.plain = List.copyOf(plain);
        databases();
        storage();
        others();
    }

    Map<String, StoreDraft> all() {
        return stores;
    }

    Set<Note> notes() {
        return notes;
    }

    /** The stores among a service's dependencies, or the database where a variable's name tells that it uses it. */
    Set<String> usedBy(Deployed service) {
        Set<String> used = new TreeSet<>();
        for (String dependency : service.compose().names("depends_on")) {
            deployed.stream()
                    .filter(one -> one.compose().name().equals(dependency))
                    .filter(one -> ImageKind.of(one.compose()) == ImageKind.POSTGRESQL)
                    .forEach(one -> used.add(storeOf(one)));
        }
        boolean namesDatabase = service.settings().stream()
                .anyMatch(setting -> new Secrets.Found("", setting.name(), setting.scheme(), "").isDatabaseUrl());
        if (used.isEmpty() && namesDatabase && stores.containsKey(DATABASE)) {
            used.add(DATABASE);
        }
        return used;
    }

    Map<String, Address> addresses(String environment) {
        List<Secrets.Found> held = secrets.getOrDefault(environment, List.of());
        Map<String, Address> addresses = new LinkedHashMap<>();
        stores.forEach((name, store) -> addresses.put(
                name, store.bucket().isPresent() ? storageAddress(held) : databaseAddress(name, environment, held)));
        return addresses;
    }

    private Address databaseAddress(String name, String environment, List<Secrets.Found> held) {
        boolean isOnly = name.equals(DATABASE);
        Optional<String> told = held.stream()
                .filter(secret -> isOnly && secret.isDatabaseUrl())
                .min(Comparator.comparing(
                                (Secrets.Found secret) -> !secret.plain().equals("DATABASE_URL"))
                        .thenComparing(secret -> secret.plain().length()))
                .map(Secrets.Found::variable);
        String prefix = isOnly ? "" : upper(name) + "_";
        return told.map(variable -> new Address(variable, Optional.empty(), true))
                .orElseGet(() -> new Address(prefix + "DATABASE_URL_" + upper(environment), Optional.empty(), false));
    }

    private static Address storageAddress(List<Secrets.Found> held) {
        return new Address(
                variable(held, STORAGE_URL).orElse(STORAGE_URL),
                held.stream()
                        .filter(secret -> secret.plain().endsWith("SERVICE_ROLE_KEY"))
                        .map(Secrets.Found::variable)
                        .findFirst(),
                true);
    }

    private static Optional<String> variable(List<Secrets.Found> held, String plain) {
        return held.stream()
                .filter(secret -> secret.plain().equals(plain))
                .map(Secrets.Found::variable)
                .findFirst();
    }

    private void databases() {
        deployed.stream()
                .filter(service -> ImageKind.of(service.compose()) == ImageKind.POSTGRESQL)
                .forEach(service -> stores.putIfAbsent(
                        storeOf(service),
                        new StoreDraft(
                                Optional.empty(), Note.shown(service.compose().place()))));
        if (stores.isEmpty()) {
            secrets.values().stream()
                    .flatMap(List::stream)
                    .filter(Secrets.Found::isDatabaseUrl)
                    .findFirst()
                    .ifPresent(url -> stores.put(DATABASE, new StoreDraft(Optional.empty(), url.place())));
        }
    }

    private String storeOf(Deployed service) {
        long databases = deployed.stream()
                .filter(one -> ImageKind.of(one.compose()) == ImageKind.POSTGRESQL)
                .map(Deployed::service)
                .distinct()
                .count();
        return databases == 1 ? DATABASE : service.service();
    }

    private void storage() {
        boolean isEverywhere = !secrets.isEmpty()
                && secrets.values().stream()
                        .allMatch(held -> variable(held, STORAGE_URL).isPresent());
        boolean isSomewhere = secrets.values().stream()
                .anyMatch(held -> variable(held, STORAGE_URL).isPresent());
        List<Surroundings.Told> buckets = plain.stream()
                .filter(setting -> setting.name().toUpperCase(Locale.ROOT).matches(".*BUCKET(_NAME)?"))
                .filter(setting -> Forms.BUCKET.fits(setting.value()))
                .toList();
        if (isEverywhere && !buckets.isEmpty()) {
            Surroundings.Told first = buckets.get(0);
            stores.put(STORAGE, new StoreDraft(Optional.of(first.value()), first.place()));
            buckets.stream()
                    .filter(other -> !other.value().equals(first.value()))
                    .forEach(other ->
                            notes.add(new Note(other.place() + ": another bucket; the model has one a store")));
        } else if (isSomewhere) {
            notes.add(new Note(STORAGE_URL + " tells an object storage; "
                    + (isEverywhere ? "its bucket" : "its address in every environment") + " could not be told."
                    + " Declare it as `storage: { kind: object-storage, bucket: ... }` in `stores`"));
        }
    }

    private void others() {
        for (Deployed service : deployed) {
            if (ImageKind.of(service.compose()) == ImageKind.OTHER_STORE) {
                String product = ImageKind.product(service.compose()).orElse("");
                notes.add(Note.at(
                        service.compose().place(),
                        service.service() + " is a store (" + product + ") of a kind that no file can declare"));
            }
        }
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
