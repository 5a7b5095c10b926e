package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.secrets.JsonWebToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is looked for in the text of a page or script. */
final class PageSearch {
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{5,2000}\\.eyJ[\\w-]{5,4000}\\.[\\w-]{1,1000}");
    private static final Pattern SECRET_KEY = Pattern.compile("\\bsb_secret_[\\w-]{8,}");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----");
    private static final Pattern URL =
            Pattern.compile("(?:https?|wss?):(?:\\\\?/){2}([a-zA-Z0-9][a-zA-Z0-9.-]{0,252})", Pattern.CASE_INSENSITIVE);
    /** A link of markup, and the same as scripts make it. */
    private static final Pattern LINK = Pattern.compile(
            "(?is)<a\\b[^>]*>|<link\\b[^>]*\\brel\\s*=\\s*[\"']?(?:canonical|alternate|author|license)\\b[^>]*>|"
                    + "<!--.*?-->|\\bhref\\s*[:=]\\s*([\"'`])[^\"'`]*\\1");

    private static final Pattern SCRIPT = Pattern.compile("(?is)<script\\b[^>]*>(.*?)</script\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[a-zA-Z][^>]*>");
    private static final Pattern LOADED = Pattern.compile(
            "(?i)<script\\b[^>]*?\\bsrc\\s*=\\s*[\"']?([^\"'\\s>]+)|<link\\b[^>]*?\\bhref\\s*=\\s*[\"']?([^\"'\\s>]+\\.m?js\\b[^\"'\\s>]*)|"
                    + "(?:\\bfrom|\\bimport)\\s*\\(?\\s*[\"']([^\"']+\\.m?js[^\"']*)[\"']|[\"']([\\w./-]+\\.m?js)[\"']|"
                    + "[#@]\\s*sourceMappingURL=([^\\s'\"*]+)");
    private static final Set<String> CONNECTING = Set.of("connect-src", "default-src", "form-action");

    private final Map<String, Redaction> secrets;

    private PageSearch(Map<String, Redaction> secrets) {
        this.secrets = Map.copyOf(secrets);
    }

    static PageSearch of(Target target) {
        Map<String, Redaction> secrets = new TreeMap<>();
        target.secrets().forEach((variable, value) -> secrets.put(variable, Redaction.of(List.of(value))));
        return new PageSearch(secrets);
    }

    /** Kinds of keys, and the variables whose values are there. */
    Set<String> keys(String text) {
        Set<String> keys = new TreeSet<>();
        TOKEN.matcher(text)
                .results()
                .flatMap(token -> JsonWebToken.in(token.group()).stream())
                .flatMap(token -> token.claims().role().stream())
                .filter(role -> role.equals("service_role") || role.equals("supabase_admin"))
                .forEach(role -> keys.add("a key of the role " + role));
        if (SECRET_KEY.matcher(text).find()) {
            keys.add("a secret key of Supabase");
        }
        if (PRIVATE_KEY.matcher(text).find()) {
            keys.add("a private key");
        }
        secrets.forEach((variable, value) -> {
            if (value.finds(text)) {
                keys.add("the value of " + variable);
            }
        });
        return keys;
    }

    /** Hosts that a browser is sent to without a visitor's doing: by scripts, by what a page loads, by its content policy. */
    Set<String> called(Answer answer) {
        Stream<String> policies = ContentPolicy.all(answer.all("Content-Security-Policy")).stream()
                .flatMap(policy -> CONNECTING.stream().flatMap(name -> policy.sources(name).stream()))
                .flatMap(List::stream)
                .filter(source -> !source.startsWith("'"))
                .map(source -> source.contains("://") ? source : "https://" + source);
        String text = LINK.matcher(isMarkup(answer) ? withoutText(answer.body()) : answer.body())
                .replaceAll(" ");
        Set<String> hosts = new TreeSet<>();
        Stream.concat(Stream.of(text), policies)
                .flatMap(part -> URL.matcher(part).results())
                .forEach(url -> hosts.add(url.group(1).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")));
        return hosts;
    }

    /** What a page or script loads from the address of its own. */
    static Set<URI> loaded(URI address, Answer answer) {
        Set<URI> loaded = new TreeSet<>();
        Matcher matcher = LOADED.matcher(answer.body());
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    resolved(address, matcher.group(group)).forEach(loaded::add);
                }
            }
        }
        return loaded;
    }

    private static List<URI> resolved(URI address, String named) {
        try {
            URI found = address.resolve(URI.create(named));
            boolean isOwn = Objects.equals(found.getScheme(), address.getScheme())
                    && Objects.equals(found.getRawAuthority(), address.getRawAuthority());
            return isOwn ? List.of(found) : List.of();
        } catch (IllegalArgumentException notAnAddress) {
            return List.of();
        }
    }

    private static boolean isMarkup(Answer answer) {
        return answer.first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                .isPresent();
    }

    /** Tags and scripts of a page, without what a visitor reads. */
    private static String withoutText(String page) {
        List<String> parts = new ArrayList<>();
        SCRIPT.matcher(page).results().forEach(script -> parts.add(script.group(1)));
        TAG.matcher(page).results().forEach(tag -> parts.add(tag.group()));
        return String.join("\n", parts);
    }
}
