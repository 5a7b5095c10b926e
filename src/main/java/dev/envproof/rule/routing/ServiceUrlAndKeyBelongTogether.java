package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.fault.Fault;
import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.routing.PairingProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** The URL and the key of a store are of one project: the URL takes the key. */
@Card(
        id = "routing/service-url-and-key-belong-together",
        says = "its store's URL accepts its store's key",
        severity = Severity.HIGH,
        because = "a URL of one environment with the key of another fails on every request, or opens the wrong project",
        remedy = "set the URL and the key of the same project, in one place and at one time",
        requires = Need.STORE_KEY,
        trippedBy = Fault.ROUTING_URL_AND_KEY_MIXED,
        verifies = {"JP-01", "JP-03", "IN-05", "CE-08"})
public final class ServiceUrlAndKeyBelongTogether implements Rule.OfEnvironment<PairingProbe.Seen> {
    private static final String EXPECTED = "a URL and a key of one project";

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, PairingProbe.Seen seen) {
        return Verdict.all(seen.pairs().stream()
                .map(pair -> judge(pair, seen.othersAnswer()))
                .toList());
    }

    private static Verdict judge(PairingProbe.Pair pair, boolean othersAnswer) {
        String url = pair.address().urlVariable();
        boolean isOfOtherProject = pair.projectOfHost().isPresent()
                && pair.projectOfKey().isPresent()
                && !pair.projectOfHost().equals(pair.projectOfKey());
        if (isOfOtherProject) {
            return Verdict.broken(EXPECTED, url + "'s host and its key name different projects");
        }
        if (!(pair.store() instanceof StoreIdentity.Unknown unknown)) {
            return Verdict.held(url + " accepts its key");
        }
        boolean isRefused = unknown.status()
                .filter(status -> status == 401 || status == 403)
                .isPresent();
        // An unusable or shared key is a finding about secrets; a refusal counts only where others are admitted.
        boolean isTheKeysFault = !pair.isKeyUsable() || !pair.keyOf().isEmpty();
        List<Exchange> exchanges = unknown.exchange().stream().toList();
        if (!isRefused || isTheKeysFault || !othersAnswer) {
            return new Verdict.Inconclusive(url + ": " + unknown.why(), exchanges);
        }
        String whose = Optional.of(pair.urlOf())
                .filter(others -> !others.isEmpty())
                .map(others -> " (it is the URL of " + String.join(" and ", others) + ")")
                .orElse("");
        return new Verdict.Broken(EXPECTED, url + whose + " refuses its key: " + unknown.why(), exchanges);
    }
}
