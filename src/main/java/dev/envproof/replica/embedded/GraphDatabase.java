package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.replica.Component;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The smallest stand-in for Neo4j's transactions over HTTP: users with a role, statements that are refused or not,
 * transactions that are rolled back. It keeps no graph; the real one is too large to be embedded.
 */
final class GraphDatabase implements Component {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern WRITES = Pattern.compile("(?i)\\b(create|merge|set|delete|remove)\\b");
    private static final String DATABASE = "db/neo4j/";

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> refusals = new ConcurrentHashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private int transactions;
    private Optional<LoopbackServer> server = Optional.empty();

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public void start() {
        server = Optional.of(LoopbackServer.listening(name(), 0, this::answer));
    }

    /** Where a user reaches the database, with a password of its own. */
    String urlOf(String user) {
        URI url = server.map(LoopbackServer::url)
                .orElseThrow(() -> new IllegalStateException("the graph is not started"));
        String password = passwords.computeIfAbsent(user, unknown -> RandomText.word(32));
        return "http://" + user + ":" + password + "@127.0.0.1:" + url.getPort() + "/" + DATABASE;
    }

    /** @param refusal the status code that the user's writes get; empty where it may write */
    void admit(String user, Optional<String> refusal) {
        refusals.put(user, refusal);
    }

    private synchronized Answer answer(Request request) {
        Optional<String> user = user(request);
        if (user.isEmpty()) {
            return error(401, "Neo.ClientError.Security.Unauthorized");
        }
        if (request.method().equals("DELETE")) {
            Integer number =
                    Integer.valueOf(request.path().replaceFirst(".*/", "").replaceAll("\\D", "0"));
            return open.remove(number) ? done(200, "") : error(404, "Neo.ClientError.Transaction.TransactionNotFound");
        }
        Optional<String> refusal = WRITES.matcher(statement(request)).find()
                ? refusals.getOrDefault(user.get(), Optional.of("Neo.ClientError.Security.Forbidden"))
                : Optional.empty();
        if (refusal.isPresent()) {
            return error(200, refusal.get());
        }
        if (request.path().equals(DATABASE + "tx/commit")) {
            return done(200, "");
        }
        open.add(++transactions);
        return done(201, "http://localhost/" + DATABASE + "tx/" + transactions + "/commit");
    }

    private Optional<String> user(Request request) {
        return request.first("Authorization")
                .filter(header -> header.startsWith("Basic "))
                .map(header -> new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8))
                .map(text -> text.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(passwords.get(parts[0])))
                .map(parts -> parts[0]);
    }

    private static String statement(Request request) {
        try {
            return JSON.readTree(request.body()).at("/statements/0/statement").asText();
        } catch (JsonProcessingException malformed) {
            return "";
        }
    }

    private static Answer done(int status, String commit) {
        return Answer.json(status, Map.of("results", List.of(), "errors", List.of(), "commit", commit));
    }

    private static Answer error(int status, String code) {
        return Answer.json(
                status, Map.of("results", List.of(), "errors", List.of(Map.of("code", code, "message", "refused"))));
    }

    @Override
    public void close() {
        server.ifPresent(LoopbackServer::close);
    }
}
