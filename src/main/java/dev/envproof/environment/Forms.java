package dev.envproof.environment;

import dev.envproof.environment.yaml.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/** The forms of the texts in both kinds of file; the JSON Schemas hold the same patterns. */
public final class Forms {
    public static final Form NAME =
            Form.matching("a name", "a name of lower-case letters, digits and dashes", "[a-z][a-z0-9-]{0,62}");
    public static final Form REPORTED_NAME =
            Form.matching("a lower-case name", "a lower-case name, as prod", "[^\\sA-Z]{1,63}");
    public static final Form VARIABLE = Form.matching(
            "a variable's name",
            "the NAME of a variable, never its value, as DATABASE_URL",
            "[A-Za-z_][A-Za-z0-9_]{0,127}");
    public static final Form HEADER = Form.matching(
            "a header's name",
            "a header's name (RFC 9110, 5.1), as X-Environment",
            "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,127}");
    public static final Form METHOD = Form.matching("a method", "a method in capitals, as GET", "[A-Z]{1,20}");
    public static final Form RELATIVE_PATH =
            Form.matching("a relative path", "a path without a leading slash, as health", "[^/\\s?#][^\\s?#]*");
    public static final Form PATH = Form.matching("a path", "a path with a leading slash, as /api/parse", "/[^\\s?#]*");
    public static final Form ROUTE =
            Form.matching("a route's path", "a path between slashes, as /api/job-matcher/", "/([^\\s?#]*/)?");
    public static final Form POINTER =
            Form.matching("a JSON pointer", "a JSON pointer (RFC 6901), as /status", "(/([^~/\\s]|~[01])*)+");
    public static final Form FILE = Form.checking("a path of a file", Forms::file);
    public static final Form DATE = Form.checking("a date that exists, as 2026-11-21", Forms::date);
    public static final Form BUCKET =
            Form.matching("a bucket's name", "a bucket's name, as resumes", "[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    public static final Form WORD =
            Form.matching("a word", "a word on one line", "[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,127}");
    public static final Form COLUMN = Form.matching(
            "a column", "table.column, as profiles.email", "[A-Za-z_][A-Za-z0-9_$]*\\.[A-Za-z_][A-Za-z0-9_$]*");
    public static final Form TABLE = Form.matching("a table", "a table's name, as profiles", "[A-Za-z_][A-Za-z0-9_$]*");
    public static final Form EXTENSION = Form.matching(
            "an extension's name", "a PostgreSQL extension's name, as uuid-ossp", "[A-Za-z_][A-Za-z0-9_-]{0,62}");
    public static final Form PROJECT = Form.matching(
            "a Compose project's name", "a Compose project's name, as shop-staging", "[a-z0-9][a-z0-9_-]{0,127}");
    public static final Form STARTED_PROJECT = Form.matching(
            "a Compose project's name of your own",
            "a Compose project's name, as shop-staging; envproof-... is for the projects of runs",
            "(?!envproof-)[a-z0-9][a-z0-9_-]{0,127}");
    public static final Form CONTAINER = Form.matching(
            "a name that Docker accepts",
            "a name of letters, digits, dots, dashes and underscores, as web",
            "[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");
    public static final Form INSIDE = Form.matching(
            "a URL inside the project",
            "a Compose service and a port of its container, as http://web:80",
            "https?://[A-Za-z0-9][A-Za-z0-9_.-]{0,127}(:[1-9][0-9]{0,4})?/?");
    public static final Form VOLUME = Form.matching(
            "a volume",
            "a volume's name, or a folder's absolute path, as shop_uploads",
            "[A-Za-z0-9][A-Za-z0-9_.-]{0,127}|/[^\\s:]*");
    public static final Form ORIGIN = Form.matching(
            "an origin",
            "an origin as browsers send it: scheme://host[:port], lower case, no path, as https://jobs.example",
            "[a-z][a-z0-9+.-]*://(\\[[0-9a-f:.]+\\]|[a-z0-9._-]+)(:[0-9]{1,5})?");
    public static final Form ORIGIN_PATTERN = Form.matching(
            "an origin with one star",
            "one star in the first label of the host, as https://*.preview.jobs.example",
            "[a-z][a-z0-9+.-]*://[a-z0-9-]*\\*[a-z0-9-]*(\\.[a-z0-9-]+)+(:[0-9]{1,5})?");
    public static final Form HOST = Form.matching(
            "a host's name",
            "a host's name in lower case, as cdn.example.com",
            "[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9-]{1,63})*");
    public static final Form VERSION =
            Form.matching("a build's name", "a build's name, as staging-4f2a91c", "[\\w.+:/-]{1,128}");
    private static final String URL_FORM = "an absolute http or https URL without user, query or fragment, as https://";
    public static final Form EDGE_URL =
            Form.checking(URL_FORM + "staging.example.com, and without a path", Forms::edgeUrl);
    public static final Form SERVICE_URL = Form.checking(URL_FORM + "staging.example.com:8080/", Forms::url);

    private Forms() {}

    public static boolean isName(String text) {
        return NAME.fits(text);
    }

    /** The URL with a slash at its end, so that relative paths resolve below it. */
    static URI withSlash(String url) {
        return URI.create(url.endsWith("/") ? url : url + "/");
    }

    private static Optional<String> file(String value) {
        try {
            return Path.of(value).toString().isEmpty() ? Optional.of("an empty path") : Optional.empty();
        } catch (InvalidPathException notAPath) {
            return Optional.of("not a path");
        }
    }

    private static Optional<String> date(String value) {
        try {
            LocalDate.parse(value);
            return Optional.empty();
        } catch (DateTimeParseException notADate) {
            return Optional.of("not a date");
        }
    }

    private static Optional<String> edgeUrl(String value) {
        return url(value)
                .or(() -> URI.create(value).getRawPath().length() > 1
                        ? Optional.of("a URL with a path; the routes name the paths")
                        : Optional.empty());
    }

    private static Optional<String> url(String value) {
        try {
            return Optional.ofNullable(new URI(value).parseServerAuthority()).flatMap(Forms::complaint);
        } catch (URISyntaxException notAUrl) {
            return Optional.of(
                    hasOddHost(value)
                            ? "a URL whose host is no host's name (letters, digits, dashes, dots)"
                            : "not a URL");
        }
    }

    /** Whether all but the host's characters is in order: an underscore, or a name that is not yet in punycode. */
    private static boolean hasOddHost(String value) {
        return value.matches("https?://[^\\s/?#@:\\[\\]]+(:[0-9]+)?(/[!-~]*)?");
    }

    private static Optional<String> complaint(URI url) {
        if (!Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            return Optional.of("not an http or https URL");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("a URL with a user");
        }
        if (url.getHost() == null || url.getPort() == 0 || url.getPort() > 65_535) {
            return Optional.of("a URL without a host, or with a port that is none");
        }
        boolean hasMore = url.getRawQuery() != null || url.getRawFragment() != null;
        return hasMore ? Optional.of("a URL with a query or a fragment") : Optional.empty();
    }
}
