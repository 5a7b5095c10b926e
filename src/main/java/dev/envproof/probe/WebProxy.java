package dev.envproof.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way out of a closed network, as {@code HTTPS_PROXY}, {@code http_proxy} and {@code NO_PROXY} name it to curl
 * (curl's manual, "Environment"): both spellings, but for plain HTTP the lower one alone, which no request can set. Probes
 * never take it: they look at a target, not at what a proxy makes of it.
 */
public final class WebProxy {
    private static final List<String> TLS = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    private static final List<String> PLAIN = List.of("http_proxy", "all_proxy", "ALL_PROXY");
    private static final List<String> SPARED = List.of("no_proxy", "NO_PROXY");
    private final Map<String, String> processEnvironment;

    public WebProxy(Map<String, String> processEnvironment) {
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /** What the variables hold that nobody may read: credentials, as they stand there and as a proxy is given them. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        Stream.concat(TLS.stream(), Stream.of("http_proxy", "HTTP_PROXY"))
                .flatMap(name -> value(name).stream())
                .map(WayOut::userInfo)
                .forEach(userInfo -> {
                    String password = userInfo.substring(userInfo.indexOf(':') + 1);
                    secrets.addAll(List.of(userInfo, password));
                    try {
                        secrets.addAll(List.of(WayOut.decoded(userInfo), WayOut.decoded(password)));
                    } catch (IllegalArgumentException unusable) {
                        // such credentials are sent to nobody, and stand above as they are
                    }
                });
        return secrets.stream().filter(secret -> !secret.isEmpty()).distinct().toList();
    }

    /**
     * The proxy for an address; none where it is spared.
     *
     * @throws WireFailure where the variable for it holds no usable address
     */
    Optional<WayOut> to(Origin origin) throws WireFailure {
        Optional<String> variable = first(origin.tls() ? TLS : PLAIN);
        if (variable.isEmpty() || isSpared(origin)) {
            return Optional.empty();
        }
        return Optional.of(WayOut.of(variable.get(), value(variable.get()).orElseThrow()));
    }

    private Optional<String> first(List<String> names) {
        return names.stream().filter(name -> value(name).isPresent()).findFirst();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(processEnvironment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private boolean isSpared(Origin origin) {
        String host = origin.name().toLowerCase(Locale.ROOT);
        return first(SPARED).flatMap(this::value).stream()
                .flatMap(list -> Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
                .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*")
                        || host.equals(entry)
                        || host.endsWith("." + entry)
                        || (host + ":" + origin.port()).equals(entry));
    }
}
