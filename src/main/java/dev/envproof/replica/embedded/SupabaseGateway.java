package dev.envproof.replica.embedded;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.Fault;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.Side;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** One environment's Supabase project: a database and a bucket behind an HTTP interface that its own keys open. */
final class SupabaseGateway implements GatewayPart {
    private static final String REST = "rest/v1";
    private static final String STORAGE = "storage/v1/object";

    private final String environment;
    private final Project project;
    private final Supplier<Shape> shape;
    private final int wantedPort;
    private final GatewayDatabase database = new GatewayDatabase();
    private final Bucket bucket;
    private volatile boolean bucketStopped;
    private Optional<LoopbackServer> server = Optional.empty();

    SupabaseGateway(Project project, int port, Supplier<Shape> shape) {
        this.environment = project.environment();
        this.project = project;
        this.wantedPort = port;
        this.shape = shape;
        this.bucket = new Bucket(project.objectIdentity());
    }

    @Override
    public String name() {
        return "supabase " + environment;
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

    Answer answer(Request request) {
        Caller caller = Caller.of(request, project);
        Optional<String> table = request.below(REST);
        if (table.isPresent()) {
            return caller == Caller.ANONYMOUS || caller == Caller.STRANGER
                    ? Answer.error(401, "a valid key of this project is needed")
                    : rest(request, table.get(), caller);
        }
        return request.below(STORAGE)
                .map(object -> storage(request, object, caller))
                .orElseGet(Answer::notFound);
    }

    private Answer rest(Request request, String path, Caller caller) {
        try {
            return database.use(databaseUrl(), connection -> RestAnswer.to(request, path, caller, connection));
        } catch (SQLException failed) {
            return switch (String.valueOf(failed.getSQLState())) {
                case "42501" -> Answer.error(403, "this key may not do that"); // insufficient_privilege
                case "23505" -> Answer.error(409, "the row exists"); // unique_violation
                default -> Answer.error(503, "the database does not answer");
            };
        }
    }

    private Answer storage(Request request, String object, Caller caller) {
        if (bucketStopped) {
            return Answer.error(503, "the storage does not answer");
        }
        Optional<ObjectAddress> address = ObjectAddress.of(object);
        Optional<Store.ObjectStorage> known = address.flatMap(this::storageAt);
        if (known.isEmpty()) {
            return Answer.notFound();
        }
        boolean isPublic = !known.get().isPrivate() || shape.get().shows(Fault.ISOLATION_PRIVATE_BUCKET_PUBLIC);
        boolean open = isPublic || address.get().isSignedBy(project.jwtSecret(), request.query());
        boolean openToRead = open && request.method().equals("GET");
        boolean openToKey = caller == Caller.SERVICE && address.get().door() == ObjectAddress.Door.KEY;
        if (openToKey || openToRead) {
            return bucket.answer(request, address.get().name());
        }
        return caller == Caller.ANON
                ? Answer.error(403, "this key may not do that")
                : Answer.error(401, "a valid key of this project is needed");
    }

    private Optional<Store.ObjectStorage> storageAt(ObjectAddress address) {
        return shape.get().system().stores().stream()
                .filter(Store.ObjectStorage.class::isInstance)
                .map(Store.ObjectStorage.class::cast)
                .filter(store -> store.bucket().equals(address.bucket()))
                .findFirst();
    }

    private String databaseUrl() {
        Shape now = shape.get();
        return now.system()
                .environment(environment)
                .flatMap(declared -> declared.stores().stream()
                        .filter(address -> isDatabase(now, address))
                        .findFirst()
                        .flatMap(address -> now.variables(declared.edge()).value(address.urlVariable())))
                .orElse("");
    }

    private static boolean isDatabase(Shape now, StoreAddress address) {
        return now.system().store(address.store()).stream().anyMatch(Store.Database.class::isInstance);
    }

    /** No canaries, no connection that has seen another one. */
    @Override
    public void show(Shape inside) {
        bucket.restore();
        bucketStopped = false;
        forgetConnections();
    }

    @Override
    public void forgetConnections() {
        try {
            database.forget();
        } catch (SQLException failed) {
            throw new ReplicaException(name() + " could not close its connections: " + failed.getMessage(), failed);
        }
    }

    /** Opens the connections that the next requests need; a process that does little else is slow at it. */
    void openConnections() {
        try {
            database.open(databaseUrl());
        } catch (SQLException failed) {
            throw new ReplicaException(name() + " could not close its connections: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void stopBucket(boolean stopped) {
        bucketStopped = stopped;
    }

    @Override
    public void close() {
        server.ifPresent(LoopbackServer::close);
        try {
            database.close();
        } catch (SQLException failed) {
            throw new ReplicaException(name() + " could not close its connections: " + failed.getMessage(), failed);
        }
    }
}
