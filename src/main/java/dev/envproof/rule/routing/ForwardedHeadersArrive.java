package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.ForwardingProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Services learn from the edge who asked for what: host, client address and scheme; over HTTP/1.1 or newer. */
@Card(
        id = "routing/forwarded-headers-arrive",
        says = "its edge tells the services the host, the client's address and the scheme",
        severity = Severity.MEDIUM,
        because = "rate limits, links and audit logs take the edge for the client",
        remedy = "set Host, X-Real-IP, X-Forwarded-For and X-Forwarded-Proto at the edge; use HTTP/1.1 upstream",
        requires = {Need.LOGS, Need.EDGE_DEFAULT, Need.FORWARDED_HEADERS},
        trippedBy = Fault.ROUTING_FORWARDED_HEADERS_LOST,
        verifies = "JP-11")
public final class ForwardedHeadersArrive implements Rule.OfEnvironment<ForwardingProbe.Seen> {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]{7,15}|\\[?[0-9a-f:.]{2,45}]?");

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ForwardingProbe.Seen seen) {
        return Verdict.all(
                seen.requests().stream().map(arrived -> judge(seen, arrived)).toList());
    }

    private static Verdict judge(ForwardingProbe.Seen seen, ForwardingProbe.Arrived arrived) {
        if (!arrived.isLogged()) {
            return Verdict.inconclusive(
                    arrived.route() + ": the service's log has no line of the request", arrived.exchange());
        }
        URI asked = URI.create(seen.scheme() + "://" + seen.host()).resolve(arrived.route());
        List<String> wrong = arrived.headers().entrySet().stream()
                .filter(header -> !isWell(asked, header))
                .map(header -> header.getKey() + " as `" + header.getValue() + "`")
                .sorted()
                .toList();
        boolean isOld = arrived.protocol().filter("HTTP/1.0"::equals).isPresent();
        String saw = arrived.route() + " received " + String.join(", ", wrong) + (isOld ? " over HTTP/1.0" : "");
        return wrong.isEmpty() && !isOld
                ? Verdict.held(
                        arrived.route() + " received " + arrived.headers().size() + " headers", arrived.exchange())
                : Verdict.broken("host, client address and scheme of the request itself", saw, arrived.exchange());
    }

    private static boolean isWell(URI asked, Map.Entry<String, String> header) {
        String value = header.getValue().strip();
        return switch (header.getKey().toLowerCase(Locale.ROOT)) {
            // nginx's $host has no port, $http_host has one: both name the host.
            case "host" ->
                value.equals(asked.getRawAuthority())
                        || value.equals(asked.getRawAuthority().replaceFirst(":\\d+$", ""));
            case "x-forwarded-proto" -> value.equals(asked.getScheme());
            case "x-forwarded-for", "x-real-ip" ->
                ADDRESS.matcher(value.substring(value.lastIndexOf(' ') + 1)).matches();
            default -> !value.isEmpty() && !value.equals("-");
        };
    }
}
