package dev.envproof.replica.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The part of a Supabase project that keeps objects ({@code /storage/v1/object/<bucket>/<name>}). */
final class Bucket {
    private static final int MOST_OBJECTS = 10_000;
    private static final String IDENTITY = "identity";

    private final String identity;
    private final Map<String, String> objects = new ConcurrentHashMap<>();

    Bucket(String identity) {
        this.identity = identity;
        restore();
    }

    /** Back to what the project was made with: the object that tells whose bucket it is, and nothing else. */
    void restore() {
        objects.clear();
        objects.put(IDENTITY, identity);
    }

    Answer answer(Request request, String name) {
        return switch (request.method()) {
            case "GET" -> read(name);
            case "POST" -> written(name, request.body());
            case "DELETE" -> deleted(name);
            default -> Answer.error(405, "method not allowed");
        };
    }

    private Answer read(String name) {
        String content = objects.get(name);
        return content == null ? Answer.notFound() : Answer.of(200, "application/octet-stream", content);
    }

    private Answer written(String name, String content) {
        if (objects.size() >= MOST_OBJECTS) {
            return Answer.error(507, "the bucket is full");
        }
        return objects.putIfAbsent(name, content) == null
                ? Answer.json(200, Map.of("Key", name))
                : Answer.error(409, "the object exists");
    }

    private Answer deleted(String name) {
        if (name.equals(IDENTITY)) {
            return Answer.error(403, "this object stays");
        }
        return objects.remove(name) == null ? Answer.notFound() : Answer.json(200, Map.of("message", "deleted"));
    }
}
