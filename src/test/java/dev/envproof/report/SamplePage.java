package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.history.HistoryFile;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.history.Series;
import dev.envproof.report.Delivery.Result;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Channels;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.LatencyPolicy;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Owners;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Whole runs to look at: every rule of the project, judged as a test likes. */
final class SamplePage {
    static final List<String> ENVIRONMENTS = List.of("development", "staging", "production");
    static final String SHARED = "isolation/each-environment-has-its-own-database";
    static final String FOREIGN = "cors/foreign-origin-is-refused";
    static final String WAIVED = "cors/localhost-is-refused";
    static final String UNSEEN = "health/health-is-told";
    private static final Set<String> ELSEWHERE =
            Set.of("flags/mocks-stay-out", "health/containers-have-a-health-check");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private SamplePage() {}

    /** A run in which some of everything is to be seen, and seven runs before it. */
    static Outcome troubled(Path folder) {
        Outcome outcome = outcome(findings(SamplePage::verdict));
        List<Alert> alerts = List.of(new Alert(
                Alert.Kind.ERROR_RATE,
                "staging",
                "job-matcher",
                "3 of 20 requests failed, 15 %: 10 points above the 5 %"));
        List<Delivery> told = List.of(new Delivery("slack", "SLACK_URL", Result.SENT, "told 4 changes"));
        HookResult hook = new HookResult(Optional.of(0), "rolled back to 1.4.6", Duration.ofMillis(840));
        Outcome watched = outcome.with(new Watch(alerts, past(folder, outcome), told, List.of()))
                .with(hook);
        return slow(watched);
    }

    /** A run in which all held, the first of its series. */
    static Outcome calm() {
        return outcome(findings((rule, subject) -> held("as declared")));
    }

    /** A run that looked at nothing. */
    static Outcome empty() {
        return outcome(new Findings("job-platform", List.of(), List.of(), List.of(), List.of(), Duration.ZERO));
    }

    /** One finding of each verdict, all of whose texts are those of a hostile target. */
    static Outcome hostile(String text) {
        Exchange exchange =
                new Exchange("GET https://a.example/\nX: " + text, List.of("HTTP/1.1 200 OK", text), "curl " + text);
        return outcome(findings((rule, subject) -> switch (rule.family()) {
            case "cors" -> new Verdict.Broken(text, text, List.of(exchange));
            case "health" -> new Verdict.Inconclusive(text, List.of(exchange));
            default -> new Verdict.Held(text, List.of(exchange));
        }));
    }

    /** So many findings over so many environments as that needs, each with texts and an exchange of its own. */
    static Outcome many(int count) {
        List<Card> cards = Rules.all().stream().map(Rule::card).toList();
        List<String> environments = IntStream.rangeClosed(0, count / cards.size())
                .mapToObj(number -> "environment-" + number)
                .toList();
        List<Finding> findings = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String text = "</script>&<b>\u202e what number " + at + " said ".repeat(40);
            Exchange exchange =
                    new Exchange("GET https://a.example/" + at, List.of("HTTP/1.1 200 OK", text), "curl -si a/" + at);
            reasons.add("environment " + at + " is not as declared");
            Verdict verdict = at % 7 == 0 ? Verdict.broken("something", text, exchange) : Verdict.held(text, exchange);
            Subject subject = Subject.of(environments.get(at / cards.size()));
            findings.add(new Finding(subject, cards.get(at % cards.size()), verdict, Optional.empty()));
        }
        Findings all =
                new Findings("job-platform", environments, findings, List.of(), List.of(), Duration.ofSeconds(90));
        return outcome(all, new Gate(reasons, true));
    }

    private static Outcome outcome(Findings findings) {
        return outcome(findings, Gate.decide(findings, suite(), TODAY));
    }

    private static Suite suite() {
        return new Suite(
                "nightly",
                Set.of(),
                Set.of(),
                1,
                Suite.everything().blocking(),
                List.of(waiver(TODAY.plusDays(9))),
                LatencyPolicy.DEFAULT,
                Optional.empty(),
                Channels.NONE,
                new Owners(Map.of("cors", "edge team")));
    }

    private static Outcome outcome(Findings findings, Gate gate) {
        return new Outcome(
                findings,
                suite(),
                gate,
                findings.environments().stream()
                        .map(name -> new Outcome.TargetLine(name, "https://" + name + ".jobs.example/"))
                        .toList(),
                "remote",
                List.of(),
                Instant.parse("2026-11-24T03:00:07Z"),
                Duration.ofMillis(7_120));
    }

    private static Findings findings(BiFunction<Judged, Subject, Verdict> judge) {
        List<Finding> findings = new ArrayList<>();
        List<NotApplicable> notApplicable = new ArrayList<>();
        for (Rule<?> rule : Rules.all()) {
            for (Subject subject : subjects(rule)) {
                if (ELSEWHERE.contains(rule.card().id())) {
                    notApplicable.add(new NotApplicable(
                            subject, rule.card(), "applies only where the environment declares `docker`"));
                } else {
                    Optional<Waiver> waiver = Optional.of(waiver(TODAY.plusDays(9)))
                            .filter(it -> it.covers(rule.card().id(), subject));
                    findings.add(
                            new Finding(subject, rule.card(), judge.apply(new Judged(rule.card()), subject), waiver));
                }
            }
        }
        return new Findings("job-platform", ENVIRONMENTS, findings, notApplicable, List.of(), Duration.ofMillis(5_300));
    }

    private static List<Subject> subjects(Rule<?> rule) {
        if (!(rule instanceof Rule.OfPair)) {
            return ENVIRONMENTS.stream().map(Subject::of).toList();
        }
        return ENVIRONMENTS.stream()
                .flatMap(from -> ENVIRONMENTS.stream()
                        .filter(to -> rule.card().unordered() ? from.compareTo(to) < 0 : !from.equals(to))
                        .map(to -> Subject.of(from, to)))
                .toList();
    }

    private static Verdict verdict(Judged rule, Subject subject) {
        String where = "https://" + subject.environment() + ".jobs.example/api/health";
        if (rule.id().equals(FOREIGN) && subject.isAbout("staging")) {
            return Verdict.broken(
                    "no Access-Control-Allow-Origin",
                    "https://foreign.example at /api/health",
                    new Exchange(
                            "GET " + where + "\nOrigin: https://foreign.example",
                            List.of(
                                    "HTTP/1.1 200 OK",
                                    "Access-Control-Allow-Origin: https://foreign.example",
                                    "Access-Control-Allow-Credentials: true",
                                    "",
                                    "{\"status\":\"ok\"}"),
                            "curl -si -H 'Origin: https://foreign.example' " + where));
        }
        if (rule.id().equals(SHARED) && subject.isAbout("staging") && subject.isAbout("production")) {
            return Verdict.broken("two databases", "the variables of production and staging lead to one: jobs at db-7");
        }
        if (rule.id().equals(WAIVED) && subject.isAbout("staging")) {
            return Verdict.broken("no Access-Control-Allow-Origin", "http://localhost:5173 at /api/health");
        }
        if (rule.id().equals(UNSEEN) && subject.isAbout("development")) {
            return Verdict.inconclusive("CONNECT: no answer from development.jobs.example:443 within 10 s");
        }
        return held(
                "as declared",
                new Exchange(
                        "GET " + where, List.of("HTTP/1.1 200 OK", "", "{\"status\":\"ok\"}"), "curl -si " + where));
    }

    private static Verdict held(String saw, Exchange... exchanges) {
        return Verdict.held(saw, exchanges);
    }

    private static Waiver waiver(LocalDate expires) {
        return new Waiver(WAIVED, Optional.of("staging"), "jo", "the new front end is built there until May", expires);
    }

    private static Outcome slow(Outcome it) {
        Latency latency = new Latency("staging", "/api/health", OptionalDouble.of(48.2), OptionalDouble.of(41.7), 83.4);
        return new Outcome(
                it.findings(),
                it.suite(),
                it.gate(),
                it.targets(),
                it.engine(),
                it.deviations(),
                it.started(),
                it.took(),
                List.of(latency),
                it.hook(),
                it.watch());
    }

    /** All held, but one rule that came and went; the last line is the outcome's own. */
    private static Past past(Path folder, Outcome last) {
        try (HistoryFile file =
                HistoryFile.open(folder.resolve("history.jsonl"), new Series("job-platform", "nightly", "remote"))) {
            for (int number = 0; number < 8; number++) {
                boolean flaps = number % 2 == 1;
                Findings seen = number == 7
                        ? last.findings()
                        : findings(
                                (rule, subject) -> flaps && rule.id().equals(UNSEEN) && subject.isAbout("development")
                                        ? Verdict.inconclusive("CONNECT: no answer")
                                        : held("as declared"));
                Counts counts = Counts.of(seen);
                file.append(Now.of(
                        new RunLine(
                                Instant.parse("2026-11-17T03:00:00Z").plusSeconds(86_400L * number),
                                "run-" + number,
                                "1.4." + number,
                                ENVIRONMENTS,
                                number == 7 || flaps ? "CLOSED" : "OPEN",
                                new Tally(counts.held(), counts.broken(), counts.inconclusive(), counts.waived()),
                                List.of(),
                                List.of()),
                        seen.findings(),
                        List.of()));
            }
            return file.past();
        }
    }

    /** The rule that is judged. */
    record Judged(Card card) {
        String id() {
            return card.id();
        }

        String family() {
            return id().substring(0, id().indexOf('/'));
        }
    }
}
