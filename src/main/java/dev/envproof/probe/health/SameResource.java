package dev.envproof.probe.health;

import dev.envproof.probe.Reply;
import java.net.URI;
import java.util.Optional;

/** A redirect that only adds or removes a trailing slash, or goes from http to https on the same host. */
final class SameResource {
    private SameResource() {}

    static Optional<URI> redirect(URI asked, Reply reply) {
        if (!(reply instanceof Reply.Answer answer) || answer.status() < 300 || answer.status() >= 400) {
            return Optional.empty();
        }
        return answer.first("Location")
                .flatMap(location -> resolved(asked, location))
                .filter(to -> isSame(asked, to));
    }

    private static Optional<URI> resolved(URI asked, String location) {
        try {
            return Optional.of(asked.resolve(location));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isSame(URI asked, URI to) {
        boolean isSecured = "http".equals(asked.getScheme()) && "https".equals(to.getScheme());
        boolean isSameOrigin = isSecured
                ? String.valueOf(asked.getHost()).equalsIgnoreCase(to.getHost())
                : String.valueOf(asked.getScheme()).equals(to.getScheme())
                        && String.valueOf(asked.getRawAuthority()).equalsIgnoreCase(to.getRawAuthority());
        return isSameOrigin
                && !asked.equals(to)
                && withoutSlash(asked).equals(withoutSlash(to))
                && to.getRawQuery() == null;
    }

    private static String withoutSlash(URI address) {
        String path = String.valueOf(address.getRawPath());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
