package dev.envproof.rule;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.probe.Written;
import java.util.function.Predicate;

/** Questions about what the files declare that more than one need asks. */
final class Declarations {
    private Declarations() {}

    static boolean declaresAnswerHeader(Target target) {
        return target.system()
                .routingHeader()
                .flatMap(RoutingHeader::answeredBy)
                .isPresent();
    }

    static boolean declaresDefaultVariable(Target target) {
        return target.system()
                .routingHeader()
                .flatMap(RoutingHeader::defaultVariable)
                .filter(variable -> target.controls().isPresent()
                        || target.variables().value(variable.name()).isPresent())
                .isPresent();
    }

    static boolean declaresNginxConf(Target target) {
        return target.system()
                .edge(target.environment().edge())
                .flatMap(SystemUnderTest.Edge::nginxConf)
                .isPresent();
    }

    static boolean declaresForwardedHeaders(Target target) {
        return target.system().logs().filter(logs -> !logs.received().isEmpty()).isPresent();
    }

    static boolean declaresDatabaseName(Target target) {
        return hasStore(
                target,
                Store.Database.class,
                address -> address.terms().database().isPresent());
    }

    static boolean declaresTls(Target target) {
        return target.environment().stores().stream()
                .filter(address -> !isRedis(target, address))
                .anyMatch(StoreAddress::tlsRequired);
    }

    static boolean declaresCacheCanaries(Target target) {
        return target.system().canaries().stream()
                .anyMatch(canary -> target.system()
                        .store(canary.store())
                        .filter(Store.Redis.class::isInstance)
                        .isPresent());
    }

    static boolean declaresSameRedis(Target target) {
        return hasWorker(
                target,
                worker -> target.system().stores().stream()
                        .anyMatch(store -> store instanceof Store.Redis redis
                                && redis.sameAs().isPresent()
                                && worker.keepsJobsIn(store.name())));
    }

    static boolean declaresIndexPrefix(Target target) {
        return hasStore(
                target, Store.Search.class, address -> address.terms().prefix().isPresent());
    }

    static boolean declaresGraphWriteTrial(Target target) {
        return hasStore(
                target,
                Store.Graph.class,
                address -> address.terms().isReadOnly() && address.terms().mayTryWrite());
    }

    static boolean declaresContainerNetworks(Target target) {
        return target.containers()
                .filter(it -> !it.networks().isEmpty() || it.project().isPresent())
                .isPresent();
    }

    static boolean declaresStoreContainers(Target target) {
        return target.system().stores().stream()
                .anyMatch(store -> target.containers()
                        .flatMap(it -> it.store(store.name()))
                        .isPresent());
    }

    static boolean hasDatabase(Target target, Predicate<Store.Database> declares) {
        return target.system().stores().stream()
                .anyMatch(store -> store instanceof Store.Database database && declares.test(database));
    }

    static boolean hasWorker(Target target, Predicate<Worker> declares) {
        return target.system().workers().stream().anyMatch(declares);
    }

    static boolean hasRedis(Target target, Predicate<StoreAddress> declares) {
        return target.environment().stores().stream()
                .filter(address -> isRedis(target, address))
                .anyMatch(declares);
    }

    static boolean isRedis(Target target, StoreAddress address) {
        return target.system()
                .store(address.store())
                .filter(Store.Redis.class::isInstance)
                .isPresent();
    }

    static boolean hasMail(Target target, Predicate<StoreTerms.Mail> declares) {
        return hasStore(
                target,
                Store.Mail.class,
                address -> address.terms().mail().filter(declares).isPresent());
    }

    static boolean hasStore(Target target, Class<? extends Store> kind, Predicate<StoreAddress> declares) {
        return target.environment().stores().stream()
                .filter(address -> Written.isTo(target, address.store(), kind))
                .anyMatch(declares);
    }

    static boolean declaresCanary(Target target, Class<? extends Store> kind) {
        return target.system().canaries().stream().anyMatch(canary -> Written.isTo(target, canary.store(), kind));
    }

    static boolean allowsCanary(Target target, Class<? extends Store> kind) {
        return target.system().canaries().stream()
                .filter(canary -> target.environment().canaries().contains(canary.name()))
                .anyMatch(canary -> Written.isTo(target, canary.store(), kind));
    }

    static boolean isEdgeDefault(SystemUnderTest system, Environment environment) {
        return system.edge(environment.edge())
                .map(edge -> edge.defaultEnvironment().equals(environment.name()))
                .orElse(false);
    }
}
