package dev.envproof.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** A Supabase project's URL and key, as its HTTP storage API takes them; the text form hides the key. */
public final class StorageAddress {
    private final URI url;
    private final String key;

    private StorageAddress(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    public static Optional<StorageAddress> parse(String url, String key) {
        try {
            URI base = new URI(url.endsWith("/") ? url : url + "/");
            boolean isHttp = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            return isHttp && base.getHost() != null ? Optional.of(new StorageAddress(base, key)) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    public URI url() {
        return url;
    }

    /** Asks for an object of a bucket with the key. */
    public Ask object(String bucket, String name) {
        return Ask.get(url.resolve("storage/v1/object/" + bucket + "/" + name))
                .with("Authorization", "Bearer " + key)
                .with("apikey", key);
    }

    @Override
    public String toString() {
        return url.getHost();
    }
}
