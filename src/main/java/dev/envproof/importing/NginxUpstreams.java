package dev.envproof.importing;

import dev.envproof.nginx.Directive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which service a {@code proxy_pass} leads to, through upstreams and variables. */
final class NginxUpstreams {
    private static final Pattern PASSED =
            Pattern.compile("(?:https?://)?([A-Za-z0-9_.-]+|\\$\\{?[A-Za-z0-9_]+}?)(?::[^/]*)?(?:/.*)?");
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/]*@");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|localhost");
    private static final int LONGEST_CHAIN = 8;

    private final Map<String, String> targets = new HashMap<>();

    /** Keeps what the directive says about names: an upstream's first server, a variable's value, a map's default. */
    void remember(Directive directive) {
        switch (directive.name()) {
            case "upstream" ->
                directive.first("server").ifPresent(server -> put(directive.argument(0), server.argument(0)));
            case "set" -> put(directive.argument(0), directive.argument(1));
            case "map" -> directive.first("default").ifPresent(entry -> put(directive.argument(1), entry.argument(0)));
            default -> {
                return;
            }
        }
    }

    private void put(String name, String target) {
        targets.putIfAbsent(name.replace("{", "").replace("}", ""), target);
    }

    /** The host that the address leads to; an upstream of numbers goes by the upstream's own name. */
    Optional<String> service(String passed) {
        String address = CREDENTIALS.matcher(passed).replaceFirst("//");
        String named = "";
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            Matcher parts = PASSED.matcher(address);
            if (!parts.matches()) {
                return Optional.empty();
            }
            String host = parts.group(1).replace("{", "").replace("}", "");
            if (!targets.containsKey(host)) {
                boolean isName = !host.startsWith("$") && !NUMERIC.matcher(host).matches();
                return Optional.of(isName ? host : named).filter(name -> !name.isEmpty());
            }
            named = host.startsWith("$") ? named : host;
            String target = targets.get(host);
            if (target.equals(address) || target.equals(host)) {
                return Optional.of(host);
            }
            address = target;
        }
        return Optional.empty();
    }
}
