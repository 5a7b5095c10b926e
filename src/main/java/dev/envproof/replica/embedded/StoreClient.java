package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** How a service reaches a store: through its environment's Supabase project, with that project's service key. */
final class StoreClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String store;
    private final Door door;

    private StoreClient(String store, Door door) {
        this.store = store;
        this.door = door;
    }

    /** What a request to the store goes through. */
    private interface Door {
        HttpCall.Reply send(String method, String path, String body) throws IOException;
    }

    /** Fails closed: without its own environment's credentials a store is not reached at all, least of all a sibling's. */
    static StoreClient of(Visit visit, String store) throws StoreFailure {
        Environment served = environment(visit, store);
        Optional<StoreClient> own = of(visit, served, store);
        if (own.isEmpty() && visit.shape().showsAt(visit.edge(), Fault.ROUTING_MISSING_CREDENTIALS_BORROW)) {
            own = of(visit, EnvironmentChoice.declaredDefault(visit.shape().system(), visit.edge()), store);
        }
        return own.orElseThrow(() -> new StoreFailure("no credentials for the " + store + " of " + served.name()));
    }

    /** Whose project is used; a storage client that was left behind still uses production's. */
    private static Environment environment(Visit visit, String store) throws StoreFailure {
        boolean isStorage =
                visit.shape().system().store(store).stream().anyMatch(Store.ObjectStorage.class::isInstance);
        return isStorage
                        && visit.shape().shows(Fault.ISOLATION_STORAGE_OF_SIBLING)
                        && visit.environment().name().equals("staging")
                ? visit.shape().system().environment("production").orElse(visit.environment())
                : visit.served();
    }

    private static Optional<StoreClient> of(Visit visit, Environment environment, String store) {
        Optional<StoreAddress> project = environment.stores().stream()
                .filter(address -> address.keyVariable().isPresent())
                .findFirst();
        return project.isPresent()
                ? ofProject(visit, project.get(), store)
                : environment
                        .store(store)
                        .flatMap(address -> address.urlIn(visit.variables()))
                        .map(url -> new StoreClient(store, ofDatabase(visit, url)));
    }

    private static Optional<StoreClient> ofProject(Visit visit, StoreAddress project, String store) {
        Optional<String> url = project.urlIn(visit.variables());
        Optional<String> key = project.keyIn(visit.variables());
        return url.flatMap(known -> key.map(secret -> new StoreClient(store, ofProject(known, secret))));
    }

    /** The HTTP interface in front of the stores of a project, which the project's key opens. */
    private static Door ofProject(String url, String key) {
        Map<String, String> headers = Map.of("apikey", key, "Authorization", "Bearer " + key);
        return (method, path, body) -> HttpCall.send(method, URI.create(url + path), headers, body);
    }

    /** Where no project stands before it, the database itself. */
    private static Door ofDatabase(Visit visit, String url) {
        return (method, path, body) -> visit.stores().database(url).answer(method, path, body);
    }

    /** The status of an answer: a 2xx, 404 or 409. */
    int statusOf(String method, String path, String body) throws StoreFailure {
        int status = send(method, path, body).status();
        if (status / 100 != 2 && status != 404 && status != 409) {
            throw new StoreFailure("the " + store + " answers " + status);
        }
        return status;
    }

    /** The body of an answer that must be a 2xx. */
    String get(String path) throws StoreFailure {
        HttpCall.Reply reply = send("GET", path, "");
        if (reply.status() / 100 != 2) {
            throw new StoreFailure("the " + store + " answers " + reply.status());
        }
        return reply.body();
    }

    JsonNode getJson(String path) throws StoreFailure {
        try {
            return JSON.readTree(get(path));
        } catch (JsonProcessingException malformed) {
            throw new StoreFailure("the " + store + " answers something else than JSON");
        }
    }

    private HttpCall.Reply send(String method, String path, String body) throws StoreFailure {
        try {
            return door.send(method, path, body);
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new StoreFailure("the " + store + " does not answer");
        }
    }
}
