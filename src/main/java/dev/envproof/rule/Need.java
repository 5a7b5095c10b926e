package dev.envproof.rule;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.StoreTerms;
import dev.envproof.environment.Target;
import dev.envproof.probe.cors.DeclaredOrigins;
import dev.envproof.probe.edge.PublicAddress;
import dev.envproof.probe.routing.PortProbe;
import java.util.function.Predicate;

/** What must be declared, or possible, for a rule to apply; a rule that does not apply is counted as such, never as held. */
public enum Need {
    HEALTH("the system declares `health`", target -> target.system().health().isPresent()),
    ROUTING_HEADER(
            "the system declares `routing-header`",
            target -> target.system().routingHeader().isPresent()),
    ANSWER_HEADER("the system declares `routing-header.answered-by`", Declarations::declaresAnswerHeader),
    DEFAULT_VARIABLE(
            "the system declares `routing-header.default-variable` and the run sees it, as it does on a replica",
            Declarations::declaresDefaultVariable),
    NGINX_CONF("the environment's edge declares `nginx-conf`", Declarations::declaresNginxConf),
    STORE_KEY(
            "a store of the environment declares `key`",
            target -> target.environment().stores().stream()
                    .anyMatch(store -> store.keyVariable().isPresent())),
    LEGACY_VARIABLES(
            "a store of the environment declares `legacy-url`",
            target -> target.environment().stores().stream()
                    .anyMatch(store -> store.legacyUrlVariable().isPresent())),
    FORWARDED_HEADERS("the system declares `logs.received`", Declarations::declaresForwardedHeaders),
    STATELESS_SERVICE(
            "the system has a service without a store",
            target -> target.system().services().stream()
                    .anyMatch(service -> service.stores().isEmpty())),
    IDENTITY(
            "the system declares `identity`",
            target -> target.system().identity().isPresent()),
    EDGE_DEFAULT(
            "the environment is its edge's default",
            target -> Declarations.isEdgeDefault(target.system(), target.environment())),
    SHARED_EDGE_ACCESS(
            "the environment declares `access`",
            target -> target.environment().access().isPresent()),
    CALLS("the system declares `calls`", target -> !target.system().calls().isEmpty()),
    CORS(
            "the environment declares `cors`",
            target -> target.environment().cors().isPresent()),
    HTTPS_ADDRESS(
            "the environment has a public https address",
            target -> !PublicAddress.https(target).isEmpty()),
    PUBLIC_ADDRESS(
            "the environment has a public address",
            target -> !PublicAddress.of(target).isEmpty()),
    OWN_ADDRESSES(
            "the environment declares `public-urls`",
            target -> !target.reach().urls().isEmpty()),
    PAGES(
            "the system declares `pages` of a service with a public address",
            target -> PublicAddress.of(target).stream()
                    .anyMatch(door -> target.system().pages().containsKey(door.service()))),
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
            target -> Declarations.hasDatabase(
                    target, database -> !database.privateTables().isEmpty())),
    PERSONAL_DATA(
            "a database declares `personal-data`",
            target -> Declarations.hasDatabase(
                    target, database -> !database.personalData().isEmpty())),
    MIGRATIONS(
            "a database declares `migrations`",
            target -> Declarations.hasDatabase(
                    target, database -> database.migrations().isPresent())),
    SCHEMAS(
            "a database declares `schemas`",
            target -> Declarations.hasDatabase(
                    target, database -> !database.layout().schemas().isEmpty())),
    EXTENSIONS(
            "a database declares `extensions`",
            target -> Declarations.hasDatabase(
                    target, database -> !database.layout().extensions().isEmpty())),
    SERVER_MAJOR(
            "a database declares `server-major`",
            target -> Declarations.hasDatabase(
                    target, database -> database.layout().major().isPresent())),
    INDEXES(
            "a database declares `indexes`",
            target -> Declarations.hasDatabase(
                    target, database -> !database.layout().indexes().isEmpty())),
    COMPARED_STRUCTURE(
            "a database declares `compare-structure: true`",
            target -> Declarations.hasDatabase(
                    target, database -> database.layout().isCompared())),
    DATABASE_NAME("a database of the environment declares `database`", Declarations::declaresDatabaseName),
    ANONYMISED(
            "a database of the environment declares `data: anonymised`",
            target -> Declarations.hasStore(
                    target, Store.Database.class, address -> address.terms().isAnonymised())),
    PRIVATE_BUCKET(
            "the system declares a private bucket",
            target -> target.system().stores().stream()
                    .anyMatch(store -> store instanceof Store.ObjectStorage bucket && bucket.isPrivate())),
    TLS("a database or bucket of the environment declares `tls: required`", Declarations::declaresTls),
    REDIS(
            "the system declares a Redis",
            target -> target.system().stores().stream().anyMatch(Store.Redis.class::isInstance)),
    REDIS_TLS(
            "a Redis of the environment declares `tls: required`",
            target -> Declarations.hasRedis(target, StoreAddress::tlsRequired)),
    REDIS_PERSISTENCE(
            "a Redis of the environment declares `persistence: required`",
            target -> Declarations.hasRedis(target, address -> address.redis().persistenceRequired())),
    REDIS_REPLICAS(
            "a Redis of the environment declares `replicas`",
            target -> Declarations.hasRedis(target, address -> address.redis().replicas() > 0)),
    CACHE_CANARIES("a canary path of the system keeps its marker in a Redis", Declarations::declaresCacheCanaries),
    WORKERS(
            "the system declares `workers`",
            target -> !target.system().workers().isEmpty()),
    JOB_CANARIES(
            "`canaries` of the environment names a worker",
            target -> Declarations.hasWorker(
                    target, worker -> target.environment().canaries().contains(worker.name()))),
    WORKER_VARIABLES(
            "a worker declares `job.worker-variables`",
            target -> Declarations.hasWorker(
                    target, worker -> worker.job().workerVariables().isPresent())),
    SAME_REDIS("a worker's broker or results declare `same-as`", Declarations::declaresSameRedis),
    TIME_LIMIT(
            "a worker declares `time-limit-seconds`",
            target ->
                    Declarations.hasWorker(target, worker -> worker.timeLimit().isPresent())),
    SCHEDULER(
            "a worker declares `scheduler`",
            target ->
                    Declarations.hasWorker(target, worker -> worker.scheduler().isPresent())),
    WORKER_STATISTICS(
            "a worker declares `statistics`",
            target ->
                    Declarations.hasWorker(target, worker -> worker.statistics().isPresent())),
    QUEUE_DEPTH(
            "a worker declares `queue-depth`",
            target ->
                    Declarations.hasWorker(target, worker -> worker.queueDepth().isPresent())),
    OBJECT_STORAGE(
            "the system declares object storage",
            target -> target.system().stores().stream().anyMatch(Store.ObjectStorage.class::isInstance)),
    CANARIES(
            "the system declares `canaries`",
            target -> !target.system().canaries().isEmpty()),
    SHADOW_MAIL(
            "a mail store of the environment declares `mode: shadow`",
            target -> Declarations.hasMail(target, mail -> mail.mode() == StoreTerms.Mode.SHADOW)),
    REAL_MAIL(
            "a mail store of the environment declares `mode: real`",
            target -> Declarations.hasMail(target, mail -> mail.mode() == StoreTerms.Mode.REAL)),
    MAIL_OUTBOX(
            "a mail store of the environment declares `outbox`",
            target -> Declarations.hasMail(target, mail -> mail.outboxVariable().isPresent())),
    MAIL_CANARY(
            "the environment allows the canary of a mail store",
            target -> Declarations.allowsCanary(target, Store.Mail.class)),
    MAIL_CANARIES(
            "the system declares the canary of a mail store",
            target -> Declarations.declaresCanary(target, Store.Mail.class)),
    SEARCH(
            "the system declares a search store",
            target -> target.system().stores().stream().anyMatch(Store.Search.class::isInstance)),
    INDEX_PREFIX("a search store of the environment declares `prefix`", Declarations::declaresIndexPrefix),
    SEARCH_CANARY(
            "the environment allows the canary of a search store",
            target -> Declarations.allowsCanary(target, Store.Search.class)),
    SEARCH_CANARIES(
            "the system declares the canary of a search store",
            target -> Declarations.declaresCanary(target, Store.Search.class)),
    GRAPH_WRITE_TRIAL(
            "a graph store of the environment declares `shared: read-only` and `try-write: true`",
            Declarations::declaresGraphWriteTrial),
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
            Declarations::declaresContainerNetworks),
    /** The harness's own containers are told their secrets while they run: the engine would keep variables on disk. */
    CONTAINER_VARIABLES(
            "the containers are declared, or a Compose project's: those of the harness's own replica have no variables",
            target -> target.environment().containers().isPresent()
                    || target.containers().flatMap(it -> it.project()).isPresent()),
    STORE_CONTAINERS("a store of the environment runs in a container", Declarations::declaresStoreContainers),
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
    PARITY_API(
            "the environment declares `api-documentation: open`, and the system where it is",
            ContractNeeds::describesApi),
    TOKENS(
            "the environment declares `tokens`",
            target -> target.environment().secretPolicy().tokens().isPresent()),
    URL_PARTS(
            "the environment declares `url-parts`",
            target -> !target.environment().secretPolicy().urlParts().isEmpty()),
    DEFAULT_SECRETS(
            "the environment declares `default-secrets`",
            target -> target.environment().secretPolicy().defaultSecrets().isPresent()),
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
}
