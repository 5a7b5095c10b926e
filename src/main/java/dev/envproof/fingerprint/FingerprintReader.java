package dev.envproof.fingerprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads a {@link FingerprintFile} that another runner wrote. */
public final class FingerprintReader {
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Path file;

    private FingerprintReader(Path file) {
        this.file = file;
    }

    /** @throws UnfitFingerprints where it is no such file, cut, or of another version */
    public static FingerprintFile read(Path file) {
        return new FingerprintReader(file).read();
    }

    private FingerprintFile read() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unfit("more than " + LARGEST + " bytes");
            }
            return file(new ObjectMapper().readTree(bytes));
        } catch (JsonProcessingException noJson) {
            throw unfit("no JSON, or cut");
        } catch (NoSuchFileException missing) {
            throw unfit("no such file");
        } catch (IOException unreadable) {
            throw unfit("can't be read");
        }
    }

    private FingerprintFile file(JsonNode root) {
        if (!root.path("envproofFingerprints").isInt()) {
            throw unfit("no fingerprints in it");
        }
        if (root.path("envproofFingerprints").asInt() != FingerprintFile.VERSION) {
            throw unfit("written by another version of envproof");
        }
        return new FingerprintFile(
                text(root, "system", NAME),
                text(root, "environment", NAME),
                text(root, "check", FINGERPRINT),
                texts(root, "names", NAME),
                VisibleText.of(root.path("written").asText("")),
                elements(root, "secrets").stream().map(this::held).toList());
    }

    private Held held(JsonNode node) {
        Held.State state = Held.State.named(node.path("state").asText(""))
                .orElseThrow(() -> unfit("a secret without a state that is known"));
        boolean isSecret = state == Held.State.SECRET || state == Held.State.UNDECLARED;
        Set<String> fingerprints = isSecret ? new LinkedHashSet<>(texts(node, "fingerprints", FINGERPRINT)) : Set.of();
        if (isSecret && fingerprints.isEmpty()) {
            throw unfit("a secret without fingerprints");
        }
        return new Held(text(node, "variable", NAME), state, fingerprints);
    }

    private List<String> texts(JsonNode node, String key, Pattern form) {
        return elements(node, key).stream()
                .map(element -> checked(element, key, form))
                .toList();
    }

    private List<JsonNode> elements(JsonNode node, String key) {
        if (!node.path(key).isArray()) {
            throw unfit("no list `" + key + "`");
        }
        return StreamSupport.stream(node.path(key).spliterator(), false).toList();
    }

    private String text(JsonNode node, String key, Pattern form) {
        return checked(node.path(key), key, form);
    }

    private String checked(JsonNode value, String key, Pattern form) {
        if (!value.isTextual() || !form.matcher(value.asText()).matches()) {
            throw unfit("no usable `" + key + "`");
        }
        return value.asText();
    }

    private UnfitFingerprints unfit(String seen) {
        return new UnfitFingerprints(VisibleText.of(file.toString()) + ": " + seen
                + "; accepted: what `envproof fingerprints -Denv=…` wrote");
    }
}
