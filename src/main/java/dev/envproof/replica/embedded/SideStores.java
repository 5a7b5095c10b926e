package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.StoreLookAlike;
import dev.envproof.replica.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a system declares beside databases and buckets, always in this JVM.
 *
 * @param outboxes a mail sink of each environment
 * @param relay what every real mail arrives at: it stands for the outside world
 * @param search one engine that the environments share, each under its own prefix
 * @param graph one graph that the environments share
 */
record SideStores(
        Map<String, MailSink> outboxes,
        Optional<MailSink> relay,
        Optional<SearchEngine> search,
        Optional<GraphDatabase> graph) {
    private static final String STAGING = "staging";
    private static final String PRODUCTION = "production";

    static SideStores none() {
        return new SideStores(Map.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Only what the system declares; nothing is started. */
    static SideStores of(SystemUnderTest system) {
        Map<String, MailSink> outboxes = new LinkedHashMap<>();
        boolean hasMail = has(system, Store.Mail.class);
        if (hasMail) {
            system.environments()
                    .forEach(environment -> outboxes.put(environment.name(), new MailSink(environment.name())));
        }
        return new SideStores(
                outboxes,
                hasMail ? Optional.of(new MailSink("relay")) : Optional.empty(),
                has(system, Store.Search.class) ? Optional.of(new SearchEngine()) : Optional.empty(),
                has(system, Store.Graph.class) ? Optional.of(new GraphDatabase()) : Optional.empty());
    }

    private static boolean has(SystemUnderTest system, Class<? extends Store> kind) {
        return system.stores().stream().anyMatch(kind::isInstance);
    }

    List<Component> all() {
        List<Component> all = new ArrayList<>(outboxes.values());
        relay.ifPresent(all::add);
        search.ifPresent(all::add);
        graph.ifPresent(all::add);
        return all;
    }

    /** The variables that lead an environment's deployment to them. */
    Map<String, String> variables(SystemUnderTest system, Environment environment, Set<Deviation> deviations) {
        Map<String, String> values = new HashMap<>();
        for (StoreAddress address : environment.stores()) {
            Store store = system.store(address.store()).orElseThrow();
            if (store instanceof Store.Mail && relay.isPresent()) {
                values.putAll(mail(environment.name(), address, deviations));
            } else if (store instanceof Store.Search) {
                search.ifPresent(
                        engine -> values.put(address.urlVariable(), engine.url().toString()));
            } else if (store instanceof Store.Graph) {
                graph.ifPresent(
                        database -> values.put(address.urlVariable(), database.urlOf(user(environment.name()))));
            }
        }
        return values;
    }

    private Map<String, String> mail(String environment, StoreAddress address, Set<Deviation> deviations) {
        Map<String, String> values = new HashMap<>();
        StoreTerms.Mail terms = address.terms().mail().orElseThrow();
        values.put(address.urlVariable(), sink(environment, terms, deviations).smtpUrl());
        terms.outboxVariable()
                .ifPresent(
                        name -> values.put(name, outbox(environment).listUrl().toString()));
        terms.trapVariable()
                .ifPresent(
                        name -> values.put(name, relay.orElseThrow().listUrl().toString()));
        return values;
    }

    private MailSink sink(String environment, StoreTerms.Mail terms, Set<Deviation> deviations) {
        boolean isStaging = environment.equals(STAGING);
        if (isStaging && deviations.contains(Fault.ISOLATION_MAIL_LEAVES_STAGING)) {
            return relay.orElseThrow();
        }
        if (isStaging && deviations.contains(Fault.ISOLATION_MAIL_IN_OUTBOX_OF_SIBLING)) {
            return outbox(PRODUCTION);
        }
        if (environment.equals(PRODUCTION) && deviations.contains(Fault.ISOLATION_MAIL_NEVER_LEAVES)) {
            return outbox(PRODUCTION);
        }
        return terms.mode() == StoreTerms.Mode.REAL ? relay.orElseThrow() : outbox(environment);
    }

    private MailSink outbox(String environment) {
        return Optional.ofNullable(outboxes.get(environment))
                .orElseThrow(() -> new IllegalStateException("no outbox of " + environment));
    }

    private static String user(String environment) {
        return "app_" + environment.replace('-', '_');
    }

    /** Undoes what a run or a fault did, and shows what the shape says. */
    void show(Shape shape) {
        outboxes.values().forEach(MailSink::forget);
        relay.ifPresent(MailSink::forget);
        search.ifPresent(engine -> engine.restore(aliases(shape)));
        graph.ifPresent(database -> shape.system()
                .environments()
                .forEach(environment -> database.admit(user(environment.name()), refusal(shape, environment))));
    }

    private static Map<String, String> aliases(Shape shape) {
        Map<String, String> aliases = new LinkedHashMap<>();
        shape.system().stores().stream()
                .filter(Store.Search.class::isInstance)
                .forEach(store -> shape.system().environments().forEach(environment -> {
                    String alias =
                            SearchNames.alias(SearchNames.prefix(shape.system(), environment.name(), store.name()));
                    aliases.put(alias, SearchNames.index(alias, 1));
                }));
        String own = aliasOf(shape, STAGING);
        if (shape.shows(Fault.ISOLATION_ALIAS_OF_SIBLING)) {
            aliases.put(own, SearchNames.index(aliasOf(shape, PRODUCTION), 1));
            aliases.put(own + "_archive", SearchNames.index(own, 1));
        }
        if (shape.shows(StoreLookAlike.ISOLATION_ALIAS_OF_ROLLED_INDEX)) {
            aliases.put(own, SearchNames.index(own, 2));
            aliases.put(own + "_archive", SearchNames.index(own, 1));
        }
        return aliases;
    }

    private static String aliasOf(Shape shape, String environment) {
        String store = shape.system().stores().stream()
                .filter(Store.Search.class::isInstance)
                .map(Store::name)
                .findFirst()
                .orElse("search");
        return SearchNames.alias(SearchNames.prefix(shape.system(), environment, store));
    }

    /** The code that a write gets; empty where the environment may write. */
    private static Optional<String> refusal(Shape shape, Environment environment) {
        boolean isReader =
                environment.stores().stream().anyMatch(store -> store.terms().isReadOnly());
        if (!isReader || shape.shows(Fault.ISOLATION_GRAPH_WRITABLE)) {
            return Optional.empty();
        }
        return Optional.of(
                shape.shows(StoreLookAlike.ISOLATION_GRAPH_SESSION_READ_ONLY)
                        ? "Neo.ClientError.Statement.AccessMode"
                        : "Neo.ClientError.Security.Forbidden");
    }
}
