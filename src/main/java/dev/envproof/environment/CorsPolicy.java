package dev.envproof.environment;

import java.util.List;
import java.util.Set;

/**
 * Which browsers' pages may call an environment (Fetch Standard, CORS protocol).
 *
 * @param origins exact origins that are admitted
 * @param originPatterns declared wildcards such as {@code https://*.preview.jobs.example}: one label for the star
 * @param methods that a preflight must admit
 * @param headers that a preflight must admit
 * @param credentials whether admitted origins may send credentials
 * @param publicPaths paths where {@code *} without credentials is meant
 * @param privateNetwork whether pages of public sites may reach it in a private network
 */
public record CorsPolicy(
        List<String> origins,
        List<String> originPatterns,
        Set<String> methods,
        Set<String> headers,
        boolean credentials,
        List<String> publicPaths,
        boolean privateNetwork) {
    public CorsPolicy {
        origins = List.copyOf(origins);
        originPatterns = List.copyOf(originPatterns);
        methods = Set.copyOf(methods);
        headers = Set.copyOf(headers);
        publicPaths = List.copyOf(publicPaths);
    }
}
