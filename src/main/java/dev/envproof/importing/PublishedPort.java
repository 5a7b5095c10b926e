package dev.envproof.importing;

import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port of a container that its host hands on.
 *
 * @param host the address that it is bound to, empty for all
 */
record PublishedPort(String host, int published, int target, Place place) {
    private static final Pattern SHORT =
            Pattern.compile("(?:(\\[[0-9A-Fa-f:]+]|[0-9A-Za-z.-]+):)?([0-9]{1,5}):([0-9]{1,5})(?:/tcp)?");
    private static final Pattern UDP = Pattern.compile(".*/(udp|sctp)");

    /** Those of a service that can be told; the others become notes. */
    static List<PublishedPort> of(ComposeService service, Interpolation interpolation, List<Note> notes) {
        List<PublishedPort> ports = new ArrayList<>();
        for (Node item : service.items("ports")) {
            Optional<String> written = item instanceof Mapping ? longForm(item) : ComposeService.text(item);
            Optional<String> filled = written.flatMap(interpolation::of);
            Optional<PublishedPort> port = filled.flatMap(text -> of(text, item.place()));
            port.ifPresent(ports::add);
            boolean isOther = filled.filter(text -> UDP.matcher(text).matches()).isPresent();
            if (port.isEmpty() && !isOther) {
                notes.add(Note.at(
                        item.place(),
                        "a port of " + service.name() + " is published at a range, or where Docker picks one"));
            }
        }
        return ports;
    }

    /** An edge's port stays as it is; a bound address that is every address is none. */
    private static Optional<PublishedPort> of(String text, Place place) {
        Matcher parts = SHORT.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1) == null || parts.group(1).equals("0.0.0.0") ? "" : parts.group(1);
        int published = Integer.parseInt(parts.group(2));
        return published == 0 || published > 65_535
                ? Optional.empty()
                : Optional.of(new PublishedPort(host, published, Integer.parseInt(parts.group(3)), place));
    }

    private static Optional<String> longForm(Node item) {
        String protocol = inside(item, "protocol").map(name -> "/" + name).orElse("");
        String host = inside(item, "host_ip").map(name -> name + ":").orElse("");
        return inside(item, "published")
                .flatMap(published -> inside(item, "target").map(target -> host + published + ":" + target + protocol));
    }

    private static Optional<String> inside(Node item, String key) {
        return ComposeService.inside(item, key).flatMap(ComposeService::text);
    }
}
