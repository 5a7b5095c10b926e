package dev.envproof.probe.flags;

import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Volley;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Follows redirects that stay inside what was asked for, as {@code docs} to {@code docs/} and
 * {@code swagger-ui.html} to {@code swagger-ui/index.html}; one to elsewhere, or to a sign-in, is an answer of its own.
 */
record InnerRedirects(Volley volley) {
    private static final int HOPS = 3;
    private static final Pattern SIGN_IN = Pattern.compile("(?i)log-?in|log-?on|sign-?in|auth|sso|saml|oidc|session");

    /** The replies with the last answer of each such chain in place of its first. */
    List<Reply> followed(List<Ask> asks, List<Reply> replies) {
        List<Ask> last = new ArrayList<>(asks);
        List<Reply> found = new ArrayList<>(replies);
        for (int hop = 0; hop < HOPS; hop++) {
            TreeMap<Integer, Ask> next = new TreeMap<>();
            for (int i = 0; i < last.size(); i++) {
                int index = i;
                next(last.get(i), found.get(i)).ifPresent(ask -> next.put(index, ask));
            }
            List<Reply> came = volley.send(List.copyOf(next.values()));
            List<Integer> places = List.copyOf(next.keySet());
            for (int i = 0; i < places.size(); i++) {
                last.set(places.get(i), next.get(places.get(i)));
                found.set(places.get(i), came.get(i));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Ask> next(Ask ask, Reply reply) {
        return reply instanceof Answer answer && ask.method().equals("GET") && answer.status() / 100 == 3
                ? answer.first("Location")
                        .flatMap(location -> resolved(ask.address(), location))
                        .filter(to -> isInside(ask.address(), to))
                        .map(to -> new Ask("GET", to, ask.headers(), "", ask.deadline()))
                : Optional.empty();
    }

    private static Optional<URI> resolved(URI asked, String location) {
        try {
            return Optional.of(asked.resolve(location));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isInside(URI asked, URI to) {
        String door = String.valueOf(asked.getRawPath()).replaceFirst("(?:\\.[a-z]{1,5}|/)$", "");
        String path = String.valueOf(to.getRawPath());
        return String.valueOf(asked.getScheme()).equals(to.getScheme())
                && String.valueOf(asked.getRawAuthority()).equals(to.getRawAuthority())
                && !asked.equals(to)
                && path.startsWith(door)
                && path.substring(door.length()).matches("|[/.].*")
                && !SIGN_IN.matcher(path.substring(door.length())).find();
    }
}
