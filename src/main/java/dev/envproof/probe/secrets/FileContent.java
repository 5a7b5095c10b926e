package dev.envproof.probe.secrets;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What kind of file a body is, judged by its content: a page that answers every path with 200 is none of them. */
enum FileContent {
    VARIABLES("lines of KEY=VALUE") {
        @Override
        boolean is(String body) {
            List<String> lines = body.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                    .toList();
            long pairs =
                    lines.stream().filter(line -> PAIR.matcher(line).matches()).count();
            return pairs > 0 && pairs * 2 > lines.size();
        }
    },
    GIT("a part of a Git repository") {
        @Override
        boolean is(String body) {
            return found("(?m)\\A\\s*(?:ref: refs/|[0-9a-f]{40}\\s*\\z|DIRC)|^\\s*\\[core\\]", body);
        }
    },
    COMPOSE("a Compose file") {
        @Override
        boolean is(String body) {
            return found("(?m)^services:\\s*$", body);
        }
    },
    DUMP("a database dump") {
        @Override
        boolean is(String body) {
            return found(
                    "(?m)^(?:CREATE TABLE|INSERT INTO|COPY \\S+ .*FROM stdin|-- (?:PostgreSQL|MySQL) d|PGDMP)", body);
        }
    },
    ARCHIVE("an archive") {
        @Override
        boolean is(String body) {
            return found("\\A(?:PK\u0003\u0004|\u001F[\u008B\uFFFD]|7z[\u00BC\uFFFD])", body);
        }
    },
    KEY("a private key") {
        @Override
        boolean is(String body) {
            return body.contains("-----BEGIN ") && body.contains("PRIVATE KEY-----");
        }
    },
    CREDENTIALS("a file of credentials") {
        @Override
        boolean is(String body) {
            return found(
                    "(?im)^\\s*(?:aws_secret_access_key\\s*=|//\\S+:_authToken=|[\\w.-]+:\\$(?:apr1|2[aby]|6)\\$"
                            + "|\\S+:\\d+:\\S+:\\S+:\\S+$)|\"(?:private_key|client_secret)\"\\s*:",
                    body);
        }
    };

    private static final Pattern PAIR = Pattern.compile("(?:export\\s+)?[A-Za-z_][A-Za-z0-9_.]*\\s*=.*");
    private static final Pattern PAGE = Pattern.compile("(?is)\\s*(?:<!doctype|<html|<\\?xml|<head|<body).*");
    private final String says;

    FileContent(String says) {
        this.says = says;
    }

    abstract boolean is(String body);

    String says() {
        return says;
    }

    static Optional<FileContent> of(String body) {
        return PAGE.matcher(body).matches()
                ? Optional.empty()
                : List.of(values()).stream().filter(content -> content.is(body)).findFirst();
    }

    private static boolean found(String pattern, String body) {
        return Pattern.compile(pattern).matcher(body).find();
    }
}
