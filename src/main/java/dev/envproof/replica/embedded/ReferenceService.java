package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.Side;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One instance of a service, as the model says it behaves; it serves every environment, picked by the routing header. */
final class ReferenceService implements ServicePart {
    private static final List<Answering> ANSWERINGS = List.of(
            new FrontAnswer(),
            new HealthAnswer(),
            new SettingsAnswer(),
            new IdentityAnswer(),
            new RecordAnswer(),
            new ObjectAnswer(),
            new CachedAnswer(),
            new MailAnswer(),
            new DocumentAnswer(),
            new JobAnswer(),
            new CallAnswer(),
            new ParseAnswer(),
            new DebugAnswer(),
            new DocumentationAnswer(),
            new TokenAnswer(),
            new CatchAllAnswer());

    private static final AtomicInteger OTHERS = new AtomicInteger();
    private static final String SECOND_SELECTOR = "X-Environment-Override";

    private final String edge;
    private final String service;
    private final int wantedPort;
    private final ServiceLog log;
    private final ChosenStores stores = new ChosenStores();
    private final Supplier<Shape> shape;
    private Optional<LoopbackServer> server = Optional.empty();

    /**
     * @param port 0 for any free one
     * @param shape asked once per request
     */
    ReferenceService(String edge, String service, int port, ServiceLog log, Supplier<Shape> shape) {
        this.edge = edge;
        this.service = service;
        this.wantedPort = port;
        this.log = log;
        this.shape = shape;
    }

    @Override
    public String name() {
        return service + " (" + edge + ")";
    }

    @Override
    public void start() {
        server = Optional.of(LoopbackServer.listening(name(), wantedPort, this::answer));
    }

    @Override
    public URI url(Side side) {
        return url();
    }

    URI url() {
        return server.map(LoopbackServer::url)
                .orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    @Override
    public void show(Shape inside) {
        stores.forget();
        log.forget();
        LogFaults.atStartUp(inside, edge, log);
    }

    @Override
    public Path logFile() {
        return log.file();
    }

    @Override
    public More startAnother(Map<String, String> variables) {
        ReferenceService another = another(variables);
        another.start();
        return new More() {
            @Override
            public URI url() {
                return another.url();
            }

            @Override
            public void close() {
                another.close();
            }
        };
    }

    /** An instance with a log of its own; it is not started. */
    ReferenceService another(Map<String, String> variables) {
        ServiceLog its = new ServiceLog(log.file().resolveSibling(""), service + "-" + OTHERS.incrementAndGet());
        return new ReferenceService(edge, service, 0, its, () -> shape.get().with(edge, variables));
    }

    Answer answer(Request request) {
        Shape now = shape.get();
        Optional<Answer> refusal = StartUpCheck.refusal(now, edge, service);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (request.method().equals("OPTIONS")) {
            return CorsAnswer.toPreflight(now, edge, request);
        }
        Service declared = now.system().service(service).orElseGet(() -> new Service(service, List.of()));
        return EnvironmentChoice.of(now, edge, routingLines(now, request))
                .map(environment -> answer(new Visit(now, edge, declared, environment, request, stores)))
                .orElseGet(() -> Answer.error(400, "the routing header names no environment"));
    }

    private List<String> routingLines(Shape now, Request request) {
        List<String> second = request.all(SECOND_SELECTOR);
        return now.showsAt(edge, Fault.ROUTING_SECOND_SELECTOR) && !second.isEmpty()
                ? second
                : routingLines(now.system(), request);
    }

    private static List<String> routingLines(SystemUnderTest system, Request request) {
        return system.routingHeader().map(RoutingHeader::name).map(request::all).orElse(List.of());
    }

    private Answer answer(Visit visit) {
        Answer answer = CorsAnswer.onto(named(ErrorAnswer.onto(foundOrFailed(visit), visit), visit), visit);
        log.request(visit, answer.status());
        return visit.shape().shows(LookAlike.ROUTING_SELECTOR_ECHOED) ? echoed(answer, visit.request()) : answer;
    }

    private static Answer echoed(Answer answer, Request request) {
        return request.first(SECOND_SELECTOR)
                .map(value -> answer.with(SECOND_SELECTOR, value))
                .orElse(answer);
    }

    /** A caller learns that it failed, and the log why. */
    private Answer foundOrFailed(Visit visit) {
        try {
            return found(visit);
        } catch (RuntimeException defect) {
            log.line(visit, "error", defect.getClass().getName());
            return Answer.error(500, "internal error");
        }
    }

    private static Answer found(Visit visit) {
        try {
            for (Answering answering : ANSWERINGS) {
                Optional<Answer> answer = answering.to(visit);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return Answer.notFound();
        } catch (StoreFailure failure) {
            return unavailable(failure, visit.environment());
        }
    }

    /** Says what failed and for whom; nobody else's data stands in. */
    private static Answer unavailable(StoreFailure failure, Environment environment) {
        return Answer.json(503, Map.of("error", failure.getMessage(), "environment", environment.name()));
    }

    private static Answer named(Answer answer, Visit visit) {
        boolean isConstant = visit.shape().showsAt(visit.edge(), Fault.ROUTING_ANSWER_HEADER_CONSTANT);
        Environment named = isConstant
                ? EnvironmentChoice.declaredDefault(visit.shape().system(), visit.edge())
                : visit.environment();
        return visit.shape()
                .system()
                .routingHeader()
                .flatMap(RoutingHeader::answeredBy)
                .map(header -> answer.with(header, named.name()))
                .orElse(answer);
    }

    @Override
    public void close() {
        stores.forget();
        server.ifPresent(LoopbackServer::close);
    }
}
