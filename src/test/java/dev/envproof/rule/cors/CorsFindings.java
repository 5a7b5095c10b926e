package dev.envproof.rule.cors;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Seen;
import dev.envproof.probe.Wire;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.LookalikeOriginProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Rules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the CORS rules make of a gateway in front of the job platform's environments. */
record CorsFindings(Map<String, Verdict> verdicts) {

    static SystemUnderTest jobPlatform(Map<String, String> overlay) {
        return Environments.load(Path.of("environments", "job-platform"), Map.of(), overlay);
    }

    static CorsFindings of(SystemUnderTest system, Wire wire) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        system.environments().forEach(environment -> {
            Target target = new Target(
                    system,
                    environment,
                    Engine.REMOTE,
                    URI.create("http://" + environment.edge()),
                    Map.of(),
                    new Variables(Map.of("STAGING_ACCESS_KEY", "made-up")),
                    Map.of(),
                    Optional.empty());
            verdicts.putAll(judge(target, wire));
        });
        return new CorsFindings(verdicts);
    }

    private static Map<String, Verdict> judge(Target target, Wire wire) {
        Lookout lookout = new Lookout(
                wire,
                Redaction.of(List.of()),
                new Fingerprints(),
                List.of(target),
                new Planted(List.of()),
                Duration.ofSeconds(20));
        CorsProbe.Seen seen = new CorsProbe().look(target, lookout);
        LookalikeOriginProbe.Seen lookalikes = new LookalikeOriginProbe().look(target, lookout);
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Rule<?> rule : Rules.all()) {
            if (rule.card().id().startsWith("cors/") && applies(rule, target)) {
                String subject = target.environment().name() + " " + rule.card().id();
                verdicts.put(subject, judge(rule, target, List.of(seen, lookalikes)));
            }
        }
        return verdicts;
    }

    @SuppressWarnings("unchecked")
    private static Verdict judge(Rule<?> rule, Target target, List<Seen> seen) {
        Rule.OfEnvironment<Seen> of = (Rule.OfEnvironment<Seen>) rule;
        try {
            return of.judge(target.system(), target.environment(), seen.get(0));
        } catch (ClassCastException otherProbe) {
            return of.judge(target.system(), target.environment(), seen.get(1));
        }
    }

    private static boolean applies(Rule<?> rule, Target target) {
        return Arrays.stream(rule.card().requires()).allMatch(need -> need.isMetBy(target));
    }

    /** Ids of the rules that are broken in some environment. */
    Set<String> broken() {
        return ids(Verdict.Broken.class);
    }

    Set<String> inconclusive() {
        return ids(Verdict.Inconclusive.class);
    }

    private Set<String> ids(Class<? extends Verdict> kind) {
        Set<String> ids = new TreeSet<>();
        verdicts.forEach((subject, verdict) -> {
            if (kind.isInstance(verdict)) {
                ids.add(subject.substring(subject.indexOf(' ') + 1));
            }
        });
        return ids;
    }
}
