package dev.envproof.replica.embedded;

import java.time.Instant;
import java.util.Optional;

/** Whose key a request to a Supabase project carries: {@code apikey}, or {@code Authorization: Bearer}. */
enum Caller {
    /** No key at all. */
    ANONYMOUS,
    /** A key that this project did not sign, or that is no longer valid. */
    STRANGER,
    ANON,
    SERVICE;

    static Caller of(Request request, Project project) {
        Optional<String> key = request.first("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip())
                .or(() -> request.first("apikey"));
        if (key.isEmpty()) {
            return ANONYMOUS;
        }
        return Jwt.verified(key.get(), project.jwtSecret(), Instant.now())
                .map(claims -> claims.path("role").asText())
                .map(Caller::ofRole)
                .orElse(STRANGER);
    }

    private static Caller ofRole(String role) {
        return switch (role) {
            case "service_role" -> SERVICE;
            case "anon" -> ANON;
            default -> STRANGER;
        };
    }

    /** The database role that the project's requests take on. */
    String databaseRole() {
        return this == SERVICE ? "service_role" : "anon";
    }
}
