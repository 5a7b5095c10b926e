package dev.envproof.rule.secrets;

import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.secrets.Samples;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What every rule about secrets makes of staging beside production. */
record Judged(Map<String, Verdict> verdicts) {
    private static final List<Rule.OfEnvironment<SecretsProbe.Seen>> RULES = List.of(
            new KeysAreInForce(),
            new KeysAreRotated(),
            new KeysBelongToTheirProject(),
            new KeysHaveTheirRole(),
            new NoPlaceholderIsDeployed(),
            new NoPublishedDefaultIsDeployed(),
            new OneSecretServesOneRole(),
            new SecretsAreLongEnough(),
            new SecretsAreNotEmpty(),
            new SecretsAreNotPatterned(),
            new SecretsAreSet(),
            new TemplatesAreResolved(),
            new ValuesCarryNoResidue());

    static Judged of(Samples staging, Samples production) {
        Fingerprints fingerprints = new Fingerprints();
        SecretsProbe.Seen seen = staging.seen(fingerprints);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        RULES.forEach(
                rule -> verdicts.put(rule.card().id(), rule.judge(staging.system(), staging.environment(), seen)));
        SecretsDifferBetweenEnvironments pair = new SecretsDifferBetweenEnvironments();
        verdicts.put(
                pair.card().id(),
                pair.judge(staging.environment(), seen, production.environment(), production.seen(fingerprints)));
        return new Judged(verdicts);
    }

    static Judged of(Samples staging) {
        return of(staging, Samples.production());
    }

    Set<String> broken() {
        return with(Verdict.Broken.class);
    }

    Set<String> inconclusive() {
        return with(Verdict.Inconclusive.class);
    }

    /** The broken rules as a reader meets them. */
    String text() {
        return verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() instanceof Verdict.Broken)
                .map(verdict -> {
                    Verdict.Broken broken = (Verdict.Broken) verdict.getValue();
                    return verdict.getKey() + "\n  expected: " + broken.expected() + "\n  but saw:  " + broken.saw();
                })
                .collect(Collectors.joining("\n"));
    }

    private Set<String> with(Class<? extends Verdict> kind) {
        return verdicts.entrySet().stream()
                .filter(verdict -> kind.isInstance(verdict.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
