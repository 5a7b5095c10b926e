package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.UrlPartProbe;
import dev.envproof.probe.secrets.UrlPartProbe.Compared;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Two places for one value are one too many: the one that nobody rotates is found by the next restart. */
@Card(
        id = "secrets/url-parts-agree",
        says = "URLs and the variables that repeat their parts agree",
        severity = Severity.HIGH,
        because = "programs read either the URL or its parts: one of them uses another user, password or database",
        remedy = "make the URL from its parts, or change both in one step",
        requires = Need.URL_PARTS,
        trippedBy = Fault.SECRETS_URL_PARTS_DISAGREE,
        verifies = {"EA-19"})
public final class UrlPartsAgree implements Rule.OfEnvironment<UrlPartProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, UrlPartProbe.Seen seen) {
        return Verdict.all(seen.parts().stream().map(UrlPartsAgree::judge).toList());
    }

    private static Verdict judge(Compared part) {
        String both = part.variable() + " and the " + part.part() + " of " + part.url();
        return switch (part.outcome()) {
            case EQUAL -> Verdict.held(both + " agree");
            case DIFFERENT -> Verdict.broken("one value in both places", both + " differ");
            case MALFORMED -> Verdict.broken("a URL", part.url() + " is none");
            case NO_URL -> Verdict.inconclusive(part.url() + ": not visible to this run, or empty");
            case NO_VARIABLE -> Verdict.inconclusive(part.variable() + ": not visible to this run");
        };
    }
}
