package dev.envproof.rule;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.probe.Written;
import dev.envproof.probe.cors.DeclaredOrigins;
import dev.envproof.probe.routing.PortProbe;
import java.util.function.Predicate;

/** What must be declared, or possible, for a rule to apply; a rule that does not apply is counted as such, never as held. */
public enum Need {
    HEALTH("the system declares `health`", target -> target.system().health().isPresent()),
    ROUTING_HEADER(
            "the system declares `routing-header`",
            target -> target.system().routingHeader().isPresent()),
    ANSWER_HEADER(
            "the system declares `routing-header.answered-by`",
            target -> target.system()
                    .routingHeader()
                    .flatMap(RoutingHeader::answeredBy)
                    .isPresent()),
    DEFAULT_VARIABLE(
            "the system declares `routing-header.default-variable` and the run sees it, as it does on a replica",
            target -> target.system()
                    .routingHeader()
                    .flatMap(RoutingHeader::defaultVariable)
                    .filter(variable -> target.controls().isPresent()
                            || target.variables().value(variable.name()).isPresent())
                    .isPresent()),
    NGINX_CONF(
            "the environment's edge declares `nginx-conf`",
            target -> target.system()
                    .edge(target.environment().edge())
                    .flatMap(SystemUnderTest.Edge::nginxConf)
                    .isPresent()),
    STORE_KEY(
            "a store of the environment declares `key`",
            target -> target.environment().stores().stream()
                    .anyMatch(store -> store.keyVariable().isPresent())),
    LEGACY_VARIABLES(
            "a store of the environment declares `legacy-url`",
            target -> target.environment().stores().stream()
                    .anyMatch(store -> store.legacyUrlVariable().isPresent())),
    FORWARDED_HEADERS(
            "the system declares `logs.received`",
            target -> target.system()
                    .logs()
                    .filter(logs -> !logs.received().isEmpty())
                    .isPresent()),
    STATELESS_SERVICE(
            "the system has a service without a store",
            target -> target.system().services().stream()
                    .anyMatch(service -> service.stores().isEmpty())),
    IDENTITY(
            "the system declares `identity`",
            target -> target.system().identity().isPresent()),
    EDGE_DEFAULT(
            "the environment is its edge's default", target -> isEdgeDefault(target.system(), target.environment())),
    SHARED_EDGE_ACCESS(
            "the environment declares `access`",
            target -> target.environment().access().isPresent()),
    CALLS("the system declares `calls`", target -> !target.system().calls().isEmpty()),
    CORS(
            "the environment declares `cors`",
            target -> target.environment().cors().isPresent()),
    NO_LOCALHOST_ORIGIN(
            "the environment declares no origin on localhost",
            target -> !DeclaredOrigins.of(target.environment()).anyIsLocal()),
    DOTTED_ORIGIN(
            "the environment declares an origin with a dot",
            target -> DeclaredOrigins.of(target.environment()).anyHasADot()),
    SIBLING_ORIGINS(
            "another environment declares an origin that this one does not",
            target -> !DeclaredOrigins.onlyOfSiblings(target.system(), target.environment())
                    .isEmpty()),
    PRIVATE_NETWORK_CLOSED(
            "the environment does not declare `cors.private-network`",
            target ->
                    !target.environment().cors().map(CorsPolicy::privateNetwork).orElse(false)),
    MOCKS_FORBIDDEN(
            "the environment forbids mocks", target -> !target.environment().mocksAllowed()),
    SECRETS(
            "the environment declares `secrets`",
            target -> !target.environment().secrets().isEmpty()),
    SECRET_ROLES(
            "the environment declares a secret's `role`",
            target -> target.environment().secrets().stream()
                    .anyMatch(secret -> secret.role().isPresent())),
    SECRET_ROTATION(
            "the environment declares a secret's `rotate-within-days`",
            target -> target.environment().secrets().stream()
                    .anyMatch(secret -> secret.rotateWithin().isPresent())),
    DATABASE(
            "the system declares a PostgreSQL store",
            target -> target.system().stores().stream().anyMatch(Store.Database.class::isInstance)),
    PRIVATE_TABLES(
            "a database declares `private-tables`",
            target -> hasDatabase(target, database -> !database.privateTables().isEmpty())),
    PERSONAL_DATA(
            "a database declares `personal-data`",
            target -> hasDatabase(target, database -> !database.personalData().isEmpty())),
    MIGRATIONS(
            "a database declares `migrations`",
            target -> hasDatabase(target, database -> database.migrations().isPresent())),
    SCHEMAS(
            "a database declares `schemas`",
            target ->
                    hasDatabase(target, database -> !database.layout().schemas().isEmpty())),
    EXTENSIONS(
            "a database declares `extensions`",
            target -> hasDatabase(
                    target, database -> !database.layout().extensions().isEmpty())),
    SERVER_MAJOR(
            "a database declares `server-major`",
            target -> hasDatabase(target, database -> database.layout().major().isPresent())),
    INDEXES(
            "a database declares `indexes`",
            target ->
                    hasDatabase(target, database -> !database.layout().indexes().isEmpty())),
    COMPARED_STRUCTURE(
            "a database declares `compare-structure: true`",
            target -> hasDatabase(target, database -> database.layout().isCompared())),
    DATABASE_NAME(
            "a database of the environment declares `database`",
            target -> hasStore(
                    target,
                    Store.Database.class,
                    address -> address.terms().database().isPresent())),
    ANONYMISED(
            "a database of the environment declares `data: anonymised`",
            target -> hasStore(
                    target, Store.Database.class, address -> address.terms().isAnonymised())),
    PRIVATE_BUCKET(
            "the system declares a private bucket",
            target -> target.system().stores().stream()
                    .anyMatch(store -> store instanceof Store.ObjectStorage bucket && bucket.isPrivate())),
    TLS(
            "a database or bucket of the environment declares `tls: required`",
            target -> target.environment().stores().stream()
                    .filter(address -> !isRedis(target, address))
                    .anyMatch(StoreAddress::tlsRequired)),
    REDIS(
            "the system declares a Redis",
            target -> target.system().stores().stream().anyMatch(Store.Redis.class::isInstance)),
    REDIS_TLS(
            "a Redis of the environment declares `tls: required`",
            target -> hasRedis(target, StoreAddress::tlsRequired)),
    REDIS_PERSISTENCE(
            "a Redis of the environment declares `persistence: required`",
            target -> hasRedis(target, address -> address.redis().persistenceRequired())),
    REDIS_REPLICAS(
            "a Redis of the environment declares `replicas`",
            target -> hasRedis(target, address -> address.redis().replicas() > 0)),
    CACHE_CANARIES(
            "a canary path of the system keeps its marker in a Redis",
            target -> target.system().canaries().stream()
                    .anyMatch(canary -> target.system()
                            .store(canary.store())
                            .filter(Store.Redis.class::isInstance)
                            .isPresent())),
    WORKERS(
            "the system declares `workers`",
            target -> !target.system().workers().isEmpty()),
    JOB_CANARIES(
            "`canaries` of the environment names a worker",
            target ->
                    hasWorker(target, worker -> target.environment().canaries().contains(worker.name()))),
    WORKER_VARIABLES(
            "a worker declares `job.worker-variables`",
            target -> hasWorker(target, worker -> worker.job().workerVariables().isPresent())),
    SAME_REDIS(
            "a worker's broker or results declare `same-as`",
            target -> hasWorker(
                    target,
                    worker -> target.system().stores().stream()
                            .anyMatch(store -> store instanceof Store.Redis redis
                                    && redis.sameAs().isPresent()
                                    && worker.keepsJobsIn(store.name())))),
    TIME_LIMIT(
            "a worker declares `time-limit-seconds`",
            target -> hasWorker(target, worker -> worker.timeLimit().isPresent())),
    SCHEDULER(
            "a worker declares `scheduler`",
            target -> hasWorker(target, worker -> worker.scheduler().isPresent())),
    QUEUE_DEPTH(
            "a worker declares `queue-depth`",
            target -> hasWorker(target, worker -> worker.queueDepth().isPresent())),
    OBJECT_STORAGE(
            "the system declares object storage",
            target -> target.system().stores().stream().anyMatch(Store.ObjectStorage.class::isInstance)),
    CANARIES(
            "the system declares `canaries`",
            target -> !target.system().canaries().isEmpty()),
    SHADOW_MAIL(
            "a mail store of the environment declares `mode: shadow`",
            target -> hasMail(target, mail -> mail.mode() == StoreTerms.Mode.SHADOW)),
    REAL_MAIL(
            "a mail store of the environment declares `mode: real`",
            target -> hasMail(target, mail -> mail.mode() == StoreTerms.Mode.REAL)),
    MAIL_OUTBOX(
            "a mail store of the environment declares `outbox`",
            target -> hasMail(target, mail -> mail.outboxVariable().isPresent())),
    MAIL_CANARY("the environment allows the canary of a mail store", target -> allowsCanary(target, Store.Mail.class)),
    MAIL_CANARIES("the system declares the canary of a mail store", target -> declaresCanary(target, Store.Mail.class)),
    SEARCH(
            "the system declares a search store",
            target -> target.system().stores().stream().anyMatch(Store.Search.class::isInstance)),
    INDEX_PREFIX(
            "a search store of the environment declares `prefix`",
            target -> hasStore(
                    target,
                    Store.Search.class,
                    address -> address.terms().prefix().isPresent())),
    SEARCH_CANARY(
            "the environment allows the canary of a search store", target -> allowsCanary(target, Store.Search.class)),
    SEARCH_CANARIES(
            "the system declares the canary of a search store", target -> declaresCanary(target, Store.Search.class)),
    GRAPH_WRITE_TRIAL(
            "a graph store of the environment declares `shared: read-only` and `try-write: true`",
            target -> hasStore(
                    target,
                    Store.Graph.class,
                    address -> address.terms().isReadOnly() && address.terms().mayTryWrite())),
    RATE_LIMIT(
            "the environment declares `rate-limit`",
            target -> target.environment().rateLimit().isPresent()),
    PROMOTION(
            "the system's `promotion` names the environment",
            target -> target.system().promotion().contains(target.environment().name())),
    DEBUG_ENDPOINTS(
            "the system declares `debug-endpoints`",
            target -> !target.system().debugEndpoints().isEmpty()),
    API_DOCUMENTATION(
            "the system declares `api-documentation`",
            target -> !target.system().apiDocumentation().isEmpty()),
    LOGS("the run can read the services' logs", target -> !target.logFiles().isEmpty()),
    SERVICE_ADDRESSES(
            "services can be asked without the edge",
            target -> !target.services().isEmpty()),
    CONTAINERS(
            "the environment declares `docker`, or is a replica of containers",
            target -> target.containers().isPresent()),
    CONTAINER_NETWORKS(
            "the environment declares `docker.networks` or `docker.project`, or is a replica of containers",
            target -> target.containers()
                    .filter(it -> !it.networks().isEmpty() || it.project().isPresent())
                    .isPresent()),
    /** The harness's own containers are told their secrets while they run: the engine would keep variables on disk. */
    CONTAINER_VARIABLES(
            "the containers are declared, or a Compose project's: those of the harness's own replica have no variables",
            target -> target.environment().containers().isPresent()
                    || target.containers().flatMap(it -> it.project()).isPresent()),
    STORE_CONTAINERS(
            "a store of the environment runs in a container",
            target -> target.system().stores().stream()
                    .anyMatch(store -> target.containers()
                            .flatMap(it -> it.store(store.name()))
                            .isPresent())),
    SECRET_VALUES(
            "this run sees a secret of the environment",
            target -> !target.secrets().isEmpty()),
    OWN_ACCESS(
            "the environment declares `access`, and no header picks it",
            target -> target.environment().access().isPresent()
                    && target.system().routingHeader().isEmpty()),
    PUBLIC_ADDRESSES(
            "the environment declares `public-urls`",
            target -> !target.environment().publicUrls().isEmpty()),
    PUBLIC_HOST(
            "the environment is reached at a host that is not the machine itself, and `closed-ports` is not empty",
            target -> !PortProbe.hosts(target).isEmpty()
                    && !target.environment().closedPorts().isEmpty()),
    PARITY("the system's `parity.of` names the environment", ContractNeeds::compares),
    PARITY_VARIABLES(
            "the run sees the deployment's variables (a replica, or `variables-from`), and `parity.variables` names some",
            ContractNeeds::seesVariables),
    PARITY_VALUES(
            "a variable of `parity` has a value or a type, and the run sees settings (`variables-from`, `told-by`)",
            ContractNeeds::hasValues),
    PARITY_COMPARED(
            "a variable of `parity` is compared, and the run sees settings (`variables-from`, `told-by`)",
            ContractNeeds::hasCompared),
    PARITY_CLOSED("the system declares `parity.closed: true`", ContractNeeds::isClosed),
    PARITY_MODES("a variable of `parity` has `as: mode`, and the run sees settings", ContractNeeds::hasModes),
    PARITY_BUILD("the system declares `health.version`", ContractNeeds::tellsBuilds),
    PARITY_BUILD_NAMED(
            "the system declares `parity.build.named` or `version` of the environment", ContractNeeds::namesBuild),
    PARITY_BUILD_EQUAL("the system declares `parity.build.compare: equal`", ContractNeeds::wantsOneBuild),
    REPLICA("the target is a replica", target -> target.controls().isPresent());

    private final String says;
    private final Predicate<Target> met;

    Need(String says, Predicate<Target> met) {
        this.says = says;
        this.met = met;
    }

    /** The need as words for a report: "the system declares `health`". */
    public String says() {
        return says;
    }

    public boolean isMetBy(Target target) {
        return met.test(target);
    }

    private static boolean hasDatabase(Target target, Predicate<Store.Database> declares) {
        return target.system().stores().stream()
                .anyMatch(store -> store instanceof Store.Database database && declares.test(database));
    }

    private static boolean hasWorker(Target target, Predicate<Worker> declares) {
        return target.system().workers().stream().anyMatch(declares);
    }

    private static boolean hasRedis(Target target, Predicate<StoreAddress> declares) {
        return target.environment().stores().stream()
                .filter(address -> isRedis(target, address))
                .anyMatch(declares);
    }

    private static boolean isRedis(Target target, StoreAddress address) {
        return target.system()
                .store(address.store())
                .filter(Store.Redis.class::isInstance)
                .isPresent();
    }

    private static boolean hasMail(Target target, Predicate<StoreTerms.Mail> declares) {
        return hasStore(
                target,
                Store.Mail.class,
                address -> address.terms().mail().filter(declares).isPresent());
    }

    private static boolean hasStore(Target target, Class<? extends Store> kind, Predicate<StoreAddress> declares) {
        return target.environment().stores().stream()
                .filter(address -> Written.isTo(target, address.store(), kind))
                .anyMatch(declares);
    }

    private static boolean declaresCanary(Target target, Class<? extends Store> kind) {
        return target.system().canaries().stream().anyMatch(canary -> Written.isTo(target, canary.store(), kind));
    }

    private static boolean allowsCanary(Target target, Class<? extends Store> kind) {
        return target.system().canaries().stream()
                .filter(canary -> target.environment().canaries().contains(canary.name()))
                .anyMatch(canary -> Written.isTo(target, canary.store(), kind));
    }

    private static boolean isEdgeDefault(SystemUnderTest system, Environment environment) {
        return system.edge(environment.edge())
                .map(edge -> edge.defaultEnvironment().equals(environment.name()))
                .orElse(false);
    }
}
