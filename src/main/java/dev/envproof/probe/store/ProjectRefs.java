package dev.envproof.probe.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which Supabase project an environment's credentials belong to; a reference is public, part of every address.
 *
 * @param own references in the environment's addresses ({@code <ref>.supabase.co}) and in its keys' claims
 * @param ofUser the reference in the database user, as the pooler takes it ({@code postgres.<ref>})
 */
public record ProjectRefs(Set<String> own, Optional<String> ofUser) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern IN_HOST = Pattern.compile("(?:db\\.)?([a-z]{20})\\.supabase\\.(?:co|in|net)");
    private static final Pattern IN_USER = Pattern.compile("postgres\\.([a-z0-9-]+)|[a-z_]\\w*\\.([a-z]{20})");

    public ProjectRefs {
        own = Set.copyOf(own);
    }

    static ProjectRefs of(Target target, Optional<String> databaseUser) {
        Set<String> own = new TreeSet<>();
        target.environment().secrets().stream()
                .filter(secret -> secret.kind() == DeclaredSecret.Kind.JWT)
                .flatMap(secret -> target.variables().value(secret.variable()).stream())
                .flatMap(token -> claim(token).stream())
                .forEach(own::add);
        target.environment().stores().stream()
                .flatMap(store -> hostOf(target, store).stream())
                .forEach(own::add);
        return new ProjectRefs(own, databaseUser.flatMap(ProjectRefs::inUser));
    }

    private static Optional<String> hostOf(Target target, StoreAddress store) {
        return store.urlIn(target.variables())
                .filter(url -> url.startsWith("http"))
                .flatMap(url -> {
                    try {
                        return Optional.ofNullable(URI.create(url.strip()).getHost());
                    } catch (IllegalArgumentException noUrl) {
                        return Optional.empty();
                    }
                })
                .map(IN_HOST::matcher)
                .filter(Matcher::matches)
                .map(host -> host.group(1));
    }

    private static Optional<String> inUser(String user) {
        Matcher found = IN_USER.matcher(user);
        return found.matches()
                ? Stream.of(1, 2)
                        .flatMap(group -> Stream.ofNullable(found.group(group)))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> claim(String token) {
        String[] parts = token.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(JSON.readTree(claims).path("ref").asText(""))
                    .filter(ref -> ref.matches("[A-Za-z0-9-]{1,64}"));
        } catch (IllegalArgumentException | JsonProcessingException noClaims) {
            return Optional.empty();
        }
    }
}
