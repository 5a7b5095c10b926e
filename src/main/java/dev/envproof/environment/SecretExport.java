package dev.envproof.environment;

import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import dev.envproof.environment.yaml.Node.Type;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a secret manager exported as JSON or YAML, in the shapes of their documentation: names to values (Doppler, SOPS
 * once decrypted), a list of names and values (Infisical, Azure Key Vault, AWS Systems Manager), inside {@code SecretString}
 * (AWS Secrets Manager) or {@code data} (HashiCorp Vault), or a Kubernetes Secret.
 */
final class SecretExport {
    private static final List<String> NAMES = List.of("name", "Name", "key", "secretKey");
    private static final List<String> VALUES = List.of("value", "Value", "secretValue", "computed", "raw");
    private static final List<String> LISTS = List.of("Parameters", "parameters", "secrets");
    /** What Vault writes beside the values. */
    private static final Set<String> BESIDE_DATA = Set.of(
            "data",
            "request_id",
            "lease_id",
            "lease_duration",
            "renewable",
            "wrap_info",
            "warnings",
            "auth",
            "mount_type",
            "metadata");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final String ACCEPTED = "names to values, a list of them, or what a secret manager exports";

    private final Problems problems;
    private final Map<String, String> values = new LinkedHashMap<>();

    private SecretExport(Problems problems) {
        this.problems = problems;
    }

    /** The variables; the problems say what could not be read, and quote no value. */
    static Map<String, String> of(Node root, Problems problems) {
        SecretExport export = new SecretExport(problems);
        export.read(root);
        return export.values;
    }

    private void read(Node root) {
        if (root instanceof Sequence list) {
            list.items().forEach(this::item);
        } else if (root instanceof Mapping mapping) {
            mapping(mapping);
        } else {
            problems.add(root.place(), "", root.kind(), ACCEPTED);
        }
    }

    private void mapping(Mapping mapping) {
        if (text(mapping, List.of("kind")).filter("Secret"::equals).isPresent()) {
            child(mapping, "data").ifPresent(data -> pairs(data, true));
            child(mapping, "stringData").ifPresent(data -> pairs(data, false));
            return;
        }
        Optional<Scalar> packed = scalar(mapping, List.of("SecretString"));
        Optional<Node> list = LISTS.stream()
                .flatMap(key -> Optional.ofNullable(mapping.entries().get(key)).stream())
                .map(Entry::value)
                .filter(Sequence.class::isInstance)
                .findFirst();
        if (mapping.entries().containsKey("SecretBinary")) {
            problems.add(
                    mapping.entries().get("SecretBinary").place(),
                    "SecretBinary",
                    "a binary secret, which is no variable",
                    "`SecretString`, a secret of keys and values");
        } else if (packed.isPresent()) {
            unpack(packed.get());
        } else if (list.isPresent()) {
            read(list.get());
        } else {
            vault(mapping);
        }
    }

    /** Vault's answer, its key-value store's, or names to values: what stands beside {@code data} tells them apart. */
    private void vault(Mapping mapping) {
        Optional<Mapping> data = child(mapping, "data");
        if (data.isEmpty()) {
            pairs(mapping, false);
        } else if (BESIDE_DATA.containsAll(mapping.entries().keySet())) {
            boolean isWrapped = BESIDE_DATA.containsAll(data.get().entries().keySet());
            pairs(isWrapped ? child(data.get(), "data").orElse(data.get()) : data.get(), false);
        } else {
            problems.add(data.get().place(), "data", "a mapping beside other names", ACCEPTED);
        }
    }

    private void unpack(Scalar packed) {
        Problems inside = new Problems();
        Optional<Node> tree = YamlFile.readForeign(packed.place().file(), packed.text(), inside);
        if (tree.filter(Mapping.class::isInstance).isPresent() && inside.isEmpty()) {
            pairs((Mapping) tree.get(), false);
        } else {
            problems.add(packed.place(), "SecretString", "no JSON object", "a secret of keys and values");
        }
    }

    private void pairs(Mapping mapping, boolean isEncoded) {
        mapping.entries().forEach((name, entry) -> {
            Optional<Scalar> value = entry.value() instanceof Mapping inner
                    ? scalar(inner, VALUES)
                    : Optional.of(entry.value())
                            .filter(Scalar.class::isInstance)
                            .map(Scalar.class::cast);
            value.ifPresentOrElse(
                    scalar -> put(entry.place(), name, isEncoded ? decoded(scalar) : plain(scalar)),
                    () -> problems.add(
                            entry.value().place(), "", entry.value().kind() + " in place of a value", ACCEPTED));
        });
    }

    private void item(Node node) {
        Optional<String> name =
                node instanceof Mapping mapping ? text(mapping, NAMES).map(SecretExport::last) : Optional.empty();
        Optional<Scalar> value = node instanceof Mapping mapping ? scalar(mapping, VALUES) : Optional.empty();
        if (name.isPresent() && value.isPresent()) {
            put(node.place(), name.get(), plain(value.get()));
        } else {
            problems.add(node.place(), "", "an item without a name and a value", ACCEPTED);
        }
    }

    private void put(Place place, String name, String value) {
        if (!NAME.matcher(name).matches()) {
            problems.add(place, "", "a name that no variable has", "letters, digits, dots, dashes, underscores");
        } else if (value.startsWith("ENC[")) {
            problems.add(place, "", "an encrypted value", "the decrypted file, as `sops --decrypt` writes it");
        } else {
            values.put(name, value);
        }
    }

    private String decoded(Scalar scalar) {
        try {
            byte[] bytes = Base64.getDecoder().decode(scalar.text().replaceAll("\\s", ""));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            problems.add(scalar.place(), "data", "a value that is not base64", "base64, or `stringData`");
            return "";
        }
    }

    private static String plain(Scalar scalar) {
        return scalar.type() == Type.NOTHING ? "" : scalar.text();
    }

    /** AWS Systems Manager names are paths: {@code /shop/staging/API_KEY}. */
    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Optional<Mapping> child(Mapping mapping, String key) {
        return Optional.ofNullable(mapping.entries().get(key))
                .map(Entry::value)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
    }

    private static Optional<String> text(Mapping mapping, List<String> keys) {
        return scalar(mapping, keys).map(Scalar::text);
    }

    private static Optional<Scalar> scalar(Mapping mapping, List<String> keys) {
        return keys.stream()
                .flatMap(key -> Stream.ofNullable(mapping.entries().get(key)))
                .map(Entry::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .findFirst();
    }
}
