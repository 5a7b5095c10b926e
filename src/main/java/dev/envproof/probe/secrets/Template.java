package dev.envproof.probe.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Text that something should have replaced before the deployment: a template, a reference to a vault, or a mask. */
final class Template {
    /**
     * Found inside other text too; a name needs four letters there, so that a random password that holds a dollar sign
     * is none.
     */
    private static final List<Pattern> PARTS = List.of(
            Pattern.compile("\\$\\{\\{?\\s*[A-Za-z_][\\w.-]{3,}\\s*(?::?[-?+=][^}]*)?\\}\\}?"), // shell, Compose, CI
            Pattern.compile("\\$\\{[A-Z][A-Z0-9_]{2,}\\}"),
            Pattern.compile("\\{\\{[-~]?\\s*[\\w.$\"'/ |:-]{2,}\\s*[-~]?\\}\\}"), // Mustache, Jinja, Helm
            Pattern.compile("<%=?.*%>"), // ERB, EJS
            Pattern.compile("\\$\\([A-Za-z][\\w ./-]{3,}\\)"), // Kubernetes, Azure Pipelines, a command
            Pattern.compile("#\\{[A-Za-z_][\\w.]{3,}\\}#?"), // Ruby, replace-tokens
            Pattern.compile("(?i)\\[(?:redacted|secret|hidden|masked|filtered)\\]|\\((?:sensitive value|hidden)\\)"));

    private static final List<Pattern> WHOLES = List.of(
            Pattern.compile("[$#]\\{{1,2}\\s*[A-Za-z_][\\w.]*\\s*\\}{1,2}#?"),
            Pattern.compile("\\$[A-Z][A-Z_]{2,}|\\$[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"), // a shell variable
            Pattern.compile("%[A-Za-z_][\\w:()]*%|__[A-Z][A-Z0-9_]*__|@[A-Za-z][\\w.]*@"), // Windows, Symfony, CMake
            Pattern.compile("[*\u2022]{3,}|[\\w-]{1,8}[*\u2022]{4,}\\w{0,8}"), // a mask that was copied from a screen
            Pattern.compile("env\\([\\w.]+\\)|process\\.env\\.\\w+"),
            Pattern.compile("(?:op|vault|awssm|gcpsm|ssm|secretsmanager|keyvault|ref\\+\\w+|bws|doppler)://?\\S+"),
            Pattern.compile("vault:\\S+#\\S+|projects/[^/]+/secrets/\\S+|arn:aws[\\w-]*:(?:secretsmanager|ssm):\\S+"),
            Pattern.compile("@Microsoft\\.KeyVault\\(.*\\)|ENC\\[.*\\]|!vault.*|\\$ANSIBLE_VAULT;.*"));

    private Template() {}

    static boolean isIn(String value) {
        return PARTS.stream().anyMatch(part -> part.matcher(value).find())
                || WHOLES.stream().anyMatch(whole -> whole.matcher(value).matches());
    }
}
