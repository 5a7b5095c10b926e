package dev.envproof.replica.embedded;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.replica.Component;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The smallest stand-in for Elasticsearch: documents by id in indices, aliases, search for a phrase, names with a star.
 * It is no search engine; no real one can be embedded.
 */
final class SearchEngine implements Component {
    private static final JsonMapper JSON = new JsonMapper();

    private final String cluster = RandomText.word(22);
    private final Map<String, Map<String, String>> indices = new TreeMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private Optional<LoopbackServer> server = Optional.empty();

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void start() {
        server = Optional.of(LoopbackServer.listening(name(), 0, this::answer));
    }

    URI url() {
        return server.map(LoopbackServer::url).orElseThrow(() -> new IllegalStateException("search is not started"));
    }

    /** Forgets everything; these aliases lead to these indices from now on. */
    synchronized void restore(Map<String, String> indexByAlias) {
        indices.clear();
        aliases.clear();
        aliases.putAll(indexByAlias);
        indexByAlias.values().forEach(index -> indices.put(index, new TreeMap<>()));
    }

    private synchronized Answer answer(Request request) {
        List<String> path = List.of(request.path().split("/"));
        if (request.path().isEmpty()) {
            return Answer.json(200, Map.of("cluster_uuid", cluster, "version", Map.of("number", "8.0.0")));
        }
        if (path.get(0).equals("_alias")) {
            return Answer.json(200, aliasesByIndex());
        }
        boolean isSearch = path.get(path.size() - 1).equals("_search");
        if (isSearch) {
            return search(path.size() == 1 ? "*" : path.get(0), request);
        }
        return path.size() == 3 && path.get(1).equals("_doc")
                ? document(request, path.get(0), path.get(2))
                : Answer.notFound();
    }

    private Answer document(Request request, String name, String id) {
        String index = aliases.getOrDefault(name, name);
        Map<String, String> documents = indices.computeIfAbsent(index, unknown -> new TreeMap<>());
        return switch (request.method()) {
            case "PUT" -> {
                documents.put(id, request.body());
                yield Answer.json(201, Map.of("_index", index, "_id", id, "result", "created"));
            }
            case "DELETE" ->
                documents.remove(id) == null ? Answer.notFound() : Answer.json(200, Map.of("result", "deleted"));
            default -> Answer.error(405, "method not allowed");
        };
    }

    private Answer search(String names, Request request) {
        String phrase = phrase(request.query());
        List<Object> hits = new ArrayList<>();
        indices.forEach((index, documents) -> documents.forEach((id, text) -> {
            if (isMeant(names, index) && text.contains(phrase)) {
                hits.add(Map.of("_index", index, "_id", id, "_source", JSON.valueToTree(text)));
            }
        }));
        return Answer.json(200, Map.of("hits", Map.of("total", Map.of("value", hits.size()), "hits", hits)));
    }

    private boolean isMeant(String names, String index) {
        return names.endsWith("*")
                ? index.startsWith(names.substring(0, names.length() - 1))
                : index.equals(aliases.getOrDefault(names, names));
    }

    private static String phrase(String query) {
        return List.of(query.split("&")).stream()
                .filter(part -> part.startsWith("q="))
                .map(part -> URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8))
                .map(text -> text.replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> aliasesByIndex() {
        Map<String, Object> all = new TreeMap<>();
        indices.keySet().forEach(index -> {
            Map<String, Object> its = new TreeMap<>();
            aliases.forEach((alias, leads) -> {
                if (leads.equals(index)) {
                    its.put(alias, Map.of());
                }
            });
            all.put(index, Map.of("aliases", its));
        });
        return all;
    }

    @Override
    public void close() {
        server.ifPresent(LoopbackServer::close);
    }
}
