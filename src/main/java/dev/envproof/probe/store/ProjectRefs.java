package dev.envproof.probe.store;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.secrets.JsonWebToken;
import java.net.URI;
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
                .flatMap(value -> JsonWebToken.in(value).stream())
                .flatMap(token -> token.claims().project().stream())
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
}
