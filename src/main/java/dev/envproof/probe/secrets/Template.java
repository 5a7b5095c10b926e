package dev.envproof.probe.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Text that something should have replaced before the deployment: a template, a reference to a vault, or a mask. */
final class Template {
    /** A name as people give it: in one letter case, or each word with a capital; random text mixes both with digits. */
    private static final String NAME =
            "(?:[A-Z][A-Z0-9_]*+|[a-z][a-z_.-]*+[0-9]{0,3}|[a-z]*+(?:[A-Z][a-z]++)++[0-9]{0,3})";

    /** A longer value is no name, and the patterns of names would only lose time on it. */
    private static final int LONGEST_NAME = 200;

    /**
     * Found inside other text too; a name needs four letters there, so that a random password that holds a dollar sign
     * is none.
     */
    private static final List<Pattern> PARTS = List.of(
            Pattern.compile("\\$\\{\\{?\\s*[A-Za-z_][\\w.-]{3,}\\s*(?::?[-?+=][^}]*)?\\}\\}?"), // shell, Compose, CI
            Pattern.compile("\\$\\{[A-Z][A-Z0-9_]{2,}\\}"),
            Pattern.compile("\\$\\{[a-z][A-Za-z-]{1,20}:[\\w./:~-]{2,}(?:[,|][^}]*)?\\}"), // Serverless, Spring, log4j
            Pattern.compile("\\{\\{[-~]?\\s*[\\w.$\"'/ |:,()\\[\\]-]+[-~]?\\}\\}"), // Mustache, Jinja, Helm
            Pattern.compile("<%=?.*%>|\\{%.*%\\}"), // ERB, EJS, Jinja
            Pattern.compile("\\$\\((?:[A-Z][A-Z0-9_]{3,}|[A-Za-z][A-Za-z_./ -]{3,})\\)"), // Kubernetes, a command
            Pattern.compile("#\\{[A-Za-z_][\\w.]{3,}\\}#?"), // Ruby, replace-tokens
            Pattern.compile("(?i)[\\[(<](?:redacted|removed|secret|secure|hidden|masked|filtered|sensitive(?: value)?"
                    + "|known after apply|\\*{3,})[\\])>]|\\[object Object\\]"));

    private static final List<Pattern> NAMES = List.of(
            Pattern.compile("\\$(?:[A-Z]{1,2}|[A-Z][A-Z_]{2,}|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[a-z]+(?:_[a-z0-9]+)+)"),
            Pattern.compile("%" + NAME + "%|%\\(" + NAME + "\\)s|%\\{" + NAME + "\\}|%[sdv]"), // Windows, Python, Ruby
            Pattern.compile("%env\\([\\w:.]+\\)%|__[A-Z][A-Z0-9_]*__|@{1,2}" + NAME + "@{1,2}"), // Symfony, CMake
            Pattern.compile("(?:process\\.|\\$)?env[.:]" + NAME + "|\\$?(?:os\\.)?(?:get)?env(?:iron)?(?:\\.get)?"
                    + "[(\\[]['\"]?\\w+['\"]?[)\\]]|ENV\\[['\"]\\w+['\"]\\]"), // a line of a program
            Pattern.compile("(?:var|local|data|module|random_password)\\.[a-z_]+[0-9]?(?:\\.[a-z0-9_]+)*"), // Terraform
            Pattern.compile("[-~#\\[<]{2}" + NAME + "[-~#\\]>]{2}|[$#]\\{{1,2}\\s*[A-Za-z_][\\w.]*\\s*\\}{1,2}#?"));

    private static final List<Pattern> WHOLES = List.of(
            Pattern.compile(
                    "[*\u2022]{3,}|[\\w-]{1,8}[*\u2022]{4,}\\w{0,8}|[*\u2022]{3,}[^*]{1,40}[*\u2022]{3,}"), // a mask
            Pattern.compile(
                    "(?:op|vault|awssm|aws-?s[sm]m?|gcpsm|gcp-?secrets?|gsm|sm|ssm|akv|azkv|secretsmanager"
                            + "|sm-secret|secret-?ref|keyvault|keyring|infisical|conjur|lpass|ref\\+\\w+|bws|doppler):/?/?\\S+"),
            Pattern.compile("(?:secrets?|pass|bw|env|file)://\\S+"),
            Pattern.compile("@?(?:file:)?/(?:var/)?(?:run|etc|mnt|vault)/secrets?[/\\w.-]*"), // where a file is mounted
            Pattern.compile("projects/[^/]+/secrets/\\S+|arn:aws[\\w-]*:(?:secretsmanager|ssm):\\S+"),
            Pattern.compile("@Microsoft\\.KeyVault\\(.*\\)|ENC[\\[(].*[\\])]|\\{cipher\\}.*|\\$ANSIBLE_VAULT;.*"),
            Pattern.compile("!(?:vault|Ref|Sub|GetAtt|ImportValue|Join|ENV|env|secret|file)\\b.*"));

    private Template() {}

    /** Whether some part of a text is one. */
    static boolean isPartOf(String text) {
        return PARTS.stream().anyMatch(part -> part.matcher(text).find());
    }

    /** Whether a part of a value is one, or the whole. */
    static boolean isIn(String value) {
        return isPartOf(value)
                || WHOLES.stream().anyMatch(whole -> whole.matcher(value).matches())
                || value.length() <= LONGEST_NAME
                        && NAMES.stream().anyMatch(name -> name.matcher(value).matches());
    }
}
