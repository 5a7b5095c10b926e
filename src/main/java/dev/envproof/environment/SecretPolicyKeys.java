package dev.envproof.environment;

import dev.envproof.environment.SecretPolicy.DefaultSecrets;
import dev.envproof.environment.SecretPolicy.Tokens;
import dev.envproof.environment.SecretPolicy.UrlPart;
import dev.envproof.environment.yaml.Fields;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Decodes the keys of an environment's file that say how secrets are used. */
final class SecretPolicyKeys {
    private final Declared declared;

    SecretPolicyKeys(Declared declared) {
        this.declared = declared;
    }

    SecretPolicy decode(Fields keys) {
        Map<String, Map<UrlPart, String>> parts =
                keys.named("url-parts", Forms.VARIABLE, (url, part) -> Map.entry(url, parts(part))).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new SecretPolicy(
                keys.section("tokens", this::tokens), parts, keys.section("default-secrets", this::defaultSecrets));
    }

    private Tokens tokens(Fields keys) {
        return new Tokens(
                keys.text("signed-with", Forms.VARIABLE),
                keys.text("service", declared.service()),
                keys.text("path", Forms.RELATIVE_PATH),
                keys.optionalText("subject", Forms.WORD));
    }

    private Map<UrlPart, String> parts(Fields keys) {
        Map<UrlPart, String> variables = new EnumMap<>(UrlPart.class);
        for (UrlPart part : UrlPart.values()) {
            keys.optionalText(part.name().toLowerCase(Locale.ROOT), Forms.VARIABLE)
                    .ifPresent(variable -> variables.put(part, variable));
        }
        return variables;
    }

    private DefaultSecrets defaultSecrets(Fields keys) {
        return new DefaultSecrets(keys.texts("refused-by", declared.service()), keys.texts("of", Forms.VARIABLE));
    }
}
