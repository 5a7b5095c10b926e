package dev.envproof.probe.edge;

import dev.envproof.environment.Health;
import dev.envproof.environment.Target;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Volley;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** Claims, in the headers that proxies use among themselves, to have asked for another host, and looks where it turns up. */
public final class ForwardedHostProbe implements Probe<ForwardedHostProbe.Seen> {
    private static final int AT_ONCE = 4;

    /** One claim per path of each public address. */
    public record Seen(List<Claim> claims) implements dev.envproof.probe.Seen {
        public Seen {
            claims = List.copyOf(claims);
        }
    }

    /**
     * An answer to a request with a false host.
     *
     * @param plain the answer to the same request without it
     * @param taken where the false host stands as an address
     */
    public record Claim(URI address, Reply plain, Reply reply, Set<String> taken) {
        public Claim {
            taken = Set.copyOf(taken);
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        String canary = "canary-" + UUID.randomUUID() + ".example";
        List<URI> addresses = PublicAddress.of(target).stream()
                .flatMap(door -> addresses(target, door).stream())
                .toList();
        List<Ask> asks = new ArrayList<>();
        for (URI address : addresses) {
            Ask plain = Ask.get(address).within(PublicAddress.DEADLINE);
            // no key goes over a line that everyone can read
            Ask ask = "https".equalsIgnoreCase(address.getScheme()) ? Addressed.to(target, plain) : plain;
            asks.add(ask);
            asks.add(ask.with("X-Forwarded-Host", canary)
                    .with("X-Host", canary)
                    .with("X-Original-Host", canary)
                    .with("Forwarded", "host=" + canary + ";proto=https"));
        }
        Volley volley = new Volley(
                lookout.wire(), AT_ONCE, lookout.budget().multipliedBy(3).dividedBy(4));
        List<Reply> replies = volley.send(asks);
        List<Claim> claims = new ArrayList<>();
        for (int index = 0; index < addresses.size(); index++) {
            Reply reply = replies.get(2 * index + 1);
            claims.add(new Claim(addresses.get(index), replies.get(2 * index), reply, taken(reply, canary)));
        }
        return new Seen(claims);
    }

    private static List<URI> addresses(Target target, PublicAddress door) {
        List<URI> addresses = new ArrayList<>();
        addresses.add(door.url().resolve(target.system().pages().getOrDefault(door.service(), "/")));
        target.system()
                .health()
                .map(Health::path)
                .ifPresent(path -> addresses.add(door.url().resolve(path)));
        addresses.add(door.url().resolve(UUID.randomUUID().toString()));
        if (door.isHttps()) {
            addresses.add(door.plain());
        }
        return addresses;
    }

    private static Set<String> taken(Reply reply, String canary) {
        Set<String> taken = new TreeSet<>();
        if (reply instanceof Answer answer) {
            Pattern asHost =
                    Pattern.compile("^(https?:)?//([^/]*@)?" + Pattern.quote(canary) + "\\b.*", Pattern.DOTALL);
            answer.headers().stream()
                    .filter(header -> header.name()
                            .toLowerCase(Locale.ROOT)
                            .matches("location|content-location|refresh|link|access-control-allow-origin|set-cookie"))
                    .filter(header -> header.value().contains(canary))
                    .forEach(header -> taken.add("the header " + header.name()));
            if (inBody(canary).matcher(answer.body()).find()
                    || asHost.matcher(answer.body().strip()).matches()) {
                taken.add("a link in the body");
            }
        }
        return taken;
    }

    /** As the value of an attribute that leads somewhere, or as a whole text of JSON: not inside a sentence. */
    private static Pattern inBody(String canary) {
        return Pattern.compile(
                "(?i)(?:\\b(?:href|src|action|formaction|poster|data|content)\\s*=\\s*[\"']?|\"|url\\()\\s*"
                        + "(?:https?:)?//" + Pattern.quote(canary) + "(?=[/:\"'?#\\s>)]|$)");
    }
}
