package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.edge.PageFile;
import dev.envproof.probe.edge.PageProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Set;
import java.util.TreeSet;

/** Hosts of siblings, as their files declare them; a link that a visitor may follow calls nobody. */
@Card(
        id = "edge/pages-call-their-own-environment",
        says = "pages and scripts call their own environment",
        severity = Severity.CRITICAL,
        because = "visitors of one environment read and write the data of another",
        remedy =
                "build the front end with the addresses of the environment that serves it, and name those in its content policy",
        requires = Need.PAGES,
        trippedBy = Fault.EDGE_PAGE_CALLS_PRODUCTION,
        verifies = {"CE-07", "EP-10", "EP-01"})
public final class PagesCallTheirOwnEnvironment implements Rule.OfEnvironment<PageProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, PageProbe.Seen seen) {
        Set<String> foreign = SiblingHosts.of(system, environment);
        return PageVerdict.each(seen, file -> judge(file, foreign));
    }

    private static Verdict judge(PageFile file, Set<String> foreign) {
        Set<String> called = new TreeSet<>(file.called());
        called.retainAll(foreign);
        return called.isEmpty()
                ? Verdict.held(file.address() + " calls no other environment", file.exchange())
                : Verdict.broken(
                        "hosts of its own environment",
                        file.address() + " calls " + String.join(", ", called),
                        file.exchange());
    }
}
