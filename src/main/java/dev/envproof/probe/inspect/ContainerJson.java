package dev.envproof.probe.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.inspect.Mount.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the engine tells of one container; values of variables are forgotten at once. */
record ContainerJson(JsonNode json, Surroundings surroundings, Fingerprints fingerprints, Redaction redaction) {
    private static final int LONGEST = 200;

    Container container(Listed listed, Claims claims, List<String> digests) {
        return new Container(
                listed.id(),
                name(),
                listed.project(),
                claims.services(listed),
                claims.stores(listed),
                claims.alsoOf(listed),
                json.at("/State/Running").asBoolean(),
                started(),
                safe(json.at("/Config/Image").asText()),
                imageId(),
                digests,
                variables(),
                networks(),
                json.at("/HostConfig/NetworkMode").asText().equals("host"),
                mounts(),
                published(),
                health(),
                labels());
    }

    String imageId() {
        return json.path("Image").asText();
    }

    private String name() {
        return safe(json.path("Name").asText().replaceFirst("^/", ""));
    }

    private Optional<Instant> started() {
        try {
            return Optional.of(Instant.parse(json.at("/State/StartedAt").asText()));
        } catch (DateTimeParseException untold) {
            return Optional.empty();
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        json.at("/Config/Env").forEach(line -> {
            String[] parts = line.asText().split("=", 2);
            if (parts.length == 2) {
                variables.put(parts[0], SecretValue.fingerprint(parts[1], fingerprints));
            }
        });
        return variables;
    }

    private List<Attachment> networks() {
        List<Attachment> networks = new ArrayList<>();
        json.at("/NetworkSettings/Networks").properties().forEach(network -> {
            String id = network.getValue().path("NetworkID").asText("");
            networks.add(new Attachment(
                    id.isEmpty() ? network.getKey() : id,
                    safe(network.getKey()),
                    surroundings.projectOf(id),
                    names(network.getKey(), network.getValue())));
        });
        return networks;
    }

    /** The engine's default networks resolve no names. */
    private Set<String> names(String network, JsonNode attachment) {
        if (Set.of("bridge", "host", "none").contains(network)) {
            return Set.of();
        }
        String id = json.path("Id").asText();
        Set<String> names = new LinkedHashSet<>(Set.of(name()));
        attachment.path("Aliases").forEach(alias -> names.add(safe(alias.asText())));
        attachment.path("DNSNames").forEach(alias -> names.add(safe(alias.asText())));
        names.removeIf(name -> name.isEmpty() || id.startsWith(name));
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private List<Mount> mounts() {
        List<Mount> mounts = new ArrayList<>();
        json.path("Mounts").forEach(mount -> mounts.add(mount(mount)));
        return mounts;
    }

    private Mount mount(JsonNode mount) {
        Kind kind = switch (mount.path("Type").asText()) {
            case "volume" -> Kind.VOLUME;
            case "tmpfs" -> Kind.MEMORY;
            default -> Kind.BIND;
        };
        String name = safe(
                kind == Kind.VOLUME
                        ? mount.path("Name").asText()
                        : mount.path("Source").asText());
        String place = kind == Kind.VOLUME ? surroundings.placeOf(name) : name;
        return new Mount(
                kind,
                name,
                place,
                safe(mount.path("Destination").asText()),
                mount.path("RW").asBoolean(true));
    }

    /** Of a container that does not run the engine tells only what it would publish. */
    private List<PublishedPort> published() {
        JsonNode running = json.at("/NetworkSettings/Ports");
        JsonNode bindings = running.isEmpty() ? json.at("/HostConfig/PortBindings") : running;
        List<PublishedPort> published = new ArrayList<>();
        bindings.properties()
                .forEach(port -> port.getValue()
                        .forEach(binding -> published.add(new PublishedPort(
                                port.getKey(),
                                Optional.of(binding.path("HostIp").asText(""))
                                        .filter(address -> !address.isEmpty())
                                        .orElse("0.0.0.0"),
                                binding.path("HostPort").asText("")))));
        return published;
    }

    /** {@code NONE} switches the image's own check off. */
    private Optional<String> health() {
        JsonNode check = json.at("/Config/Healthcheck/Test");
        return check.isEmpty() || check.path(0).asText().equals("NONE")
                ? Optional.empty()
                : Optional.of(json.at("/State/Health/Status").asText("unknown"));
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new HashMap<>();
        json.at("/Config/Labels")
                .properties()
                .forEach(label ->
                        labels.put(safe(label.getKey()), safe(label.getValue().asText())));
        return labels;
    }

    private String safe(String text) {
        return VisibleText.of(redaction.redact(text, LONGEST));
    }
}
