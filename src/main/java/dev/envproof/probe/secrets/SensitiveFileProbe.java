package dev.envproof.probe.secrets;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Addressed;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Volley;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks an edge for files that belong on no web server, beside a path that surely exists nowhere. */
public final class SensitiveFileProbe implements Probe<SensitiveFileProbe.Seen> {
    private static final int AT_ONCE = 4;

    /** What the large scanning campaigns ask for first. */
    private static final List<String> PATHS = List.of(
            ".env",
            ".env.local",
            ".env.bak",
            ".env.backup",
            ".env.old",
            ".env.save",
            ".env~",
            ".env.example.bak",
            ".git/config",
            ".git/HEAD",
            ".git/logs/HEAD",
            ".aws/credentials",
            ".npmrc",
            ".pgpass",
            ".htpasswd",
            "docker-compose.yml",
            "docker-compose.yaml",
            "compose.yaml",
            "backup.sql",
            "dump.sql",
            "backup.zip",
            "backup.tar.gz",
            "id_rsa",
            "server.key",
            "credentials.json");

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<String> paths = paths(target);
        String nowhere = "." + UUID.randomUUID();
        List<Ask> asks = Stream.of(Stream.of(known(target), "/" + nowhere), paths.stream())
                .flatMap(all -> all)
                .map(path -> Addressed.to(target, Ask.get(target.edge().resolve(path))))
                .toList();
        List<Reply> replies = new Volley(lookout.wire(), AT_ONCE, lookout.budget()).send(asks);
        Optional<FileContent> anywhere = content(replies.get(1));
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            looks.add(look(paths.get(i), replies.get(i + 2), anywhere));
        }
        return new Seen(status(replies.get(0)), looks);
    }

    private static List<String> paths(Target target) {
        Stream<String> named = target.system().environments().stream()
                .flatMap(environment -> Stream.concat(Stream.of(environment.name()), environment.aliases().stream()))
                .map(name -> "/.env." + name);
        Stream<String> below = target.routes().stream().map(Route::path).map(path -> path + ".env");
        return Stream.of(PATHS.stream().map(path -> "/" + path), named, below)
                .flatMap(all -> all)
                .distinct()
                .toList();
    }

    /** A path that the system declares, so that an edge that refuses everything is not taken for a careful one. */
    private static String known(Target target) {
        String route = target.routes().stream().map(Route::path).findFirst().orElse("/");
        return target.system().health().map(health -> route + health.path()).orElse(route);
    }

    private static Look look(String path, Reply reply, Optional<FileContent> anywhere) {
        if (reply instanceof Reply.NoAnswer none) {
            return new Look(path, 0, Optional.empty(), Optional.of(none.stage() + ": " + none.why()), none.exchange());
        }
        Reply.Answer answer = (Reply.Answer) reply;
        Optional<String> found = content(answer)
                .filter(content -> !anywhere.equals(Optional.of(content)))
                .map(FileContent::says);
        Optional<String> doubt = answer.status() >= 500 || answer.status() == 429
                ? Optional.of("HTTP " + answer.status())
                : Optional.empty();
        return new Look(path, answer.status(), found, doubt, withoutBody(answer));
    }

    private static Optional<FileContent> content(Reply reply) {
        return reply instanceof Reply.Answer answer && answer.status() / 100 == 2
                ? FileContent.of(answer.body())
                : Optional.empty();
    }

    private static int status(Reply reply) {
        return reply instanceof Reply.Answer answer ? answer.status() : 0;
    }

    /** The body of a file that holds secrets never becomes evidence. */
    private static Exchange withoutBody(Reply.Answer answer) {
        Exchange exchange = answer.exchange();
        List<String> head =
                exchange.answer().stream().takeWhile(line -> !line.isEmpty()).toList();
        List<String> shown = new ArrayList<>(head);
        shown.add("");
        shown.add("[a body of " + answer.body().length() + " characters, withheld]");
        return new Exchange(exchange.request(), shown, exchange.again());
    }

    /**
     * What became of the requests.
     *
     * @param known the status of a path that the system declares; 0 without an answer
     */
    public record Seen(int known, List<Look> looks) implements dev.envproof.probe.Seen {
        public Seen {
            looks = List.copyOf(looks);
        }
    }

    /**
     * One path.
     *
     * @param status 0 without an answer
     * @param found the kind of file that answered
     * @param doubt why the answer tells nothing
     */
    public record Look(String path, int status, Optional<String> found, Optional<String> doubt, Exchange exchange) {}
}
