package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.PageProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.TreeSet;

/** In the page, its scripts, their chunks and source maps; keys that are meant for browsers are none. */
@Card(
        id = "edge/pages-hold-no-keys",
        says = "no page or script holds a key that browsers may not have",
        severity = Severity.CRITICAL,
        because = "every visitor has the key, and with it all data behind it",
        remedy = "take the variable out of the front end's build, and change the key: it has been published",
        requires = Need.PAGES,
        trippedBy = Fault.EDGE_SERVICE_KEY_IN_SCRIPT,
        verifies = {"CE-07", "EP-04"})
public final class PagesHoldNoKeys implements Rule.OfEnvironment<PageProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, PageProbe.Seen seen) {
        return PageVerdict.each(
                seen,
                file -> file.keys().isEmpty()
                        ? Verdict.held(file.address() + " holds none", file.exchange())
                        : Verdict.broken(
                                "public keys at most",
                                file.address() + " holds " + String.join(", ", new TreeSet<>(file.keys())),
                                file.exchange()));
    }
}
