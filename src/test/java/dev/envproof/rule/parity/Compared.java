package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Seen;
import dev.envproof.probe.parity.ApiDescriptionProbe;
import dev.envproof.probe.parity.BuildProbe;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Staging and production of a shipped system, each with the variables and answers of a test, looked at by the probes. */
final class Compared {
    private static final Fingerprints FINGERPRINTS = new Fingerprints();

    private final SystemUnderTest system;
    private final Map<String, Map<String, String>> variables =
            new HashMap<>(Map.of("staging", Map.of(), "production", Map.of()));
    private Engine engine = Engine.EMBEDDED;
    private Function<Ask, String> bodies = ask -> "{}";

    Compared(String folder, Map<String, String> contract) {
        Map<String, String> overlay = new HashMap<>();
        contract.forEach((key, value) -> overlay.put("system.parity." + key, value));
        this.system = Environments.load(Path.of("environments", folder), Map.of(), overlay);
    }

    Compared with(String environment, Map<String, String> values) {
        variables.put(environment, values);
        return this;
    }

    Compared at(Engine where) {
        engine = where;
        return this;
    }

    Compared answering(Function<Ask, String> body) {
        bodies = body;
        return this;
    }

    Verdict settings(Rule<SettingsProbe.Seen> rule, String environment) {
        return judge(rule, new SettingsProbe(), environment);
    }

    Verdict builds(Rule<BuildProbe.Seen> rule, String environment) {
        return judge(rule, new BuildProbe(), environment);
    }

    Verdict descriptions() {
        return judge(new ApiDescriptionsAgree(), new ApiDescriptionProbe(), "staging");
    }

    private <S extends Seen> Verdict judge(Rule<S> rule, Probe<S> probe, String name) {
        Environment environment = system.environment(name).orElseThrow();
        if (rule instanceof Rule.OfEnvironment<S> alone) {
            return alone.judge(system, environment, look(probe, name));
        }
        Environment other = system.environment("production").orElseThrow();
        return ((Rule.OfPair<S>) rule).judge(other, look(probe, "production"), environment, look(probe, name));
    }

    Target target(String environment) {
        return new Target(
                system,
                system.environment(environment).orElseThrow(),
                engine,
                URI.create("http://" + environment + ".example"),
                Map.of(),
                new Variables(variables.getOrDefault(environment, Map.of())),
                Map.of(),
                Optional.empty());
    }

    <S extends Seen> S look(Probe<S> probe, String environment) {
        Target target = target(environment);
        return probe.look(
                target,
                new Lookout(
                        ask -> new Reply.Answer(
                                200,
                                List.of(),
                                bodies.apply(ask),
                                false,
                                Duration.ZERO,
                                new Exchange("GET /", List.of(), "")),
                        Redaction.of(List.of()),
                        FINGERPRINTS,
                        List.of(target),
                        new Planted(List.of()),
                        Duration.ofSeconds(20)));
    }
}
