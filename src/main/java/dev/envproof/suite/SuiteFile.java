package dev.envproof.suite;

import dev.envproof.environment.Forms;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Form;
import dev.envproof.environment.yaml.Range;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decodes a file of {@code suites/}. */
final class SuiteFile {
    static final Form TEXT = Form.matching("a text", "a line of text", "[^\\r\\n]*\\S[^\\r\\n]*");
    static final Form ENVIRONMENT = Form.matching(
            "a name",
            "an environment's name, as staging or event-api/staging",
            "([a-z][a-z0-9-]{0,62}/)?[a-z][a-z0-9-]{0,62}");
    private static final int REQUESTS = 20;
    private static final int MOST_REQUESTS = 1_000;
    private final String name;
    private final Collection<String> environments;
    private final Form ruleOrFamily;

    /** @param environments names that waivers may use; empty where any will do */
    SuiteFile(String name, Collection<String> environments) {
        Set<String> rules = new TreeSet<>(
                Rules.all().stream().map(Rule::card).map(card -> card.id()).toList());
        Set<String> both = new TreeSet<>(rules);
        rules.forEach(id -> both.add(id.substring(0, id.indexOf('/'))));
        this.name = name;
        this.environments = environments;
        this.ruleOrFamily = new Form(
                "a family or a rule's id, as docs/rules.md lists them",
                Form.oneOf("family or rule", both).complaint());
    }

    Suite decode(Fields keys) {
        keys.text("suite", Form.checking(name + ", the file's own name", this::complaintAboutName));
        keys.text("says", TEXT);
        Suite selection = new Suite(
                name,
                Set.copyOf(keys.optionalTexts("includes", ruleOrFamily)),
                Set.copyOf(keys.optionalTexts("excludes", ruleOrFamily)),
                keys.number("at-least", new Range(1, 10_000)),
                severities(keys.word("blocking", Severity.class)),
                List.of(),
                keys.section("latency", SuiteFile::latency).orElse(LatencyPolicy.DEFAULT),
                keys.section("alerts", SuiteFile::thresholds),
                keys.section("notify", SuiteFile::channels).orElse(Channels.NONE),
                new Owners(keys.namedTexts("owners", ruleOrFamily, TEXT)));
        return selection.with(keys.list("waivers", new WaiverKeys(selection, environments)::decode));
    }

    private static LatencyPolicy latency(Fields keys) {
        return new LatencyPolicy(
                keys.number("at-most-percent", new Range(100, 10_000), LatencyPolicy.DEFAULT.atMostPercent()),
                keys.number("floor-millis", new Range(1, 60_000), LatencyPolicy.DEFAULT.floorMillis()));
    }

    private static Thresholds thresholds(Fields keys) {
        Range times = new Range(1, MOST_REQUESTS);
        int requests = keys.number("requests", times, REQUESTS);
        Thresholds thresholds = new Thresholds(
                requests,
                keys.optionalNumber("down", times),
                keys.optionalNumber("error-rate", new Range(0, 99)),
                keys.optionalNumber("latency", new Range(1, 60_000)),
                keys.optionalNumber("dependencies", times));
        reachable(keys, "down", thresholds.down(), requests);
        reachable(keys, "dependencies", thresholds.dependencies(), requests);
        return thresholds;
    }

    /** A threshold that no row of requests can reach would never alert. */
    private static void reachable(Fields keys, String key, Optional<Integer> threshold, int requests) {
        threshold
                .filter(most -> most > requests)
                .ifPresent(most -> keys.report(
                        key, "more than the " + requests + " requests of a run", "at most as many as `requests`"));
    }

    private static Channels channels(Fields keys) {
        return new Channels(keys.optionalText("slack", Forms.VARIABLE), keys.optionalText("webhook", Forms.VARIABLE));
    }

    private Optional<String> complaintAboutName(String text) {
        return text.equals(name) ? Optional.empty() : Optional.of("not the name of the suite's file");
    }

    /** The named severity and every worse one. */
    private static Set<Severity> severities(Severity mildest) {
        return EnumSet.range(Severity.CRITICAL, mildest);
    }
}
