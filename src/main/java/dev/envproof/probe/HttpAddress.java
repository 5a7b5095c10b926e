package dev.envproof.probe;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.store.Fact;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a store answers over HTTP; its URL may hold a user and a password, which the text form hides. */
public final class HttpAddress {
    private final URI url;
    private final Optional<String> authorization;

    private HttpAddress(URI url, Optional<String> authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** The value of a variable as an address, or why it is none. */
    public static Fact<HttpAddress> in(Target target, String variable) {
        return of(target.variables().value(variable), variable, Optional.empty());
    }

    /** A store's address, with its key as the password where its URL has none. */
    public static Fact<HttpAddress> of(Target target, StoreAddress store) {
        return of(store.urlIn(target.variables()), store.urlVariable(), store.keyIn(target.variables()));
    }

    private static Fact<HttpAddress> of(Optional<String> value, String variable, Optional<String> key) {
        Optional<String> url = value.filter(text -> !text.isBlank());
        if (url.isEmpty()) {
            return new Fact.Unknown<>("this run can't see the variable " + variable);
        }
        return parse(url.get(), key)
                .<Fact<HttpAddress>>map(Fact.Known::new)
                .orElseGet(() -> new Fact.Unknown<>("parse: " + variable + " holds no http URL"));
    }

    static Optional<HttpAddress> parse(String value, Optional<String> key) {
        try {
            URI given = new URI(value.strip());
            boolean isHttp = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
            if (!isHttp || given.getHost() == null) {
                return Optional.empty();
            }
            URI bare = new URI(
                    given.getScheme(), null, given.getHost(), given.getPort(), given.getPath(), given.getQuery(), null);
            Optional<String> user = Optional.ofNullable(given.getUserInfo());
            Optional<String> both = user.map(name -> name.contains(":") ? name : name + ":" + key.orElse(""));
            return Optional.of(new HttpAddress(bare, both.map(HttpAddress::basic)));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks for the very address. */
    public Ask get() {
        return with(Ask.get(url));
    }

    /** A request to a path below the address. */
    public Ask ask(String method, String path) {
        String base = url.getRawPath().endsWith("/") ? url.getRawPath() : url.getRawPath() + "/";
        return with(Ask.of(method, url.resolve(base + path)));
    }

    private Ask with(Ask ask) {
        return authorization
                .map(credentials -> ask.with("Authorization", credentials))
                .orElse(ask);
    }

    @Override
    public String toString() {
        return url.getHost();
    }
}
