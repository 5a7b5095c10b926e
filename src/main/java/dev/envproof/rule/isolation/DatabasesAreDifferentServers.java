package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Server;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Different names are no proof: the servers themselves tell their identifier and when they were started. */
@Card(
        id = "isolation/databases-are-different-servers",
        says = "their databases are on different servers",
        severity = Severity.CRITICAL,
        because = "load, outages and superusers of one environment reach the other",
        remedy = "give each environment a database server of its own and point its variable there",
        requires = Need.DATABASE,
        trippedBy = Fault.ISOLATION_SAME_SERVER_OTHER_NAME,
        verifies = {"JP-01", "JP-15", "IN-02", "EA-03", "CE-08", "EP-03", "EP-08"},
        unordered = true)
public final class DatabasesAreDifferentServers implements Rule.OfPair<StoreProbe.Seen> {

    @Override
    public Verdict judge(Environment from, StoreProbe.Seen a, Environment to, StoreProbe.Seen b) {
        return Couple.judge(
                from,
                a,
                to,
                b,
                couple -> couple.one()
                        .server()
                        .fold(
                                one -> couple.other()
                                        .server()
                                        .fold(other -> judge(couple, one, other), Verdict::inconclusive),
                                Verdict::inconclusive));
    }

    private static Verdict judge(Couple couple, Server one, Server other) {
        String both = couple.names() + " (" + one + ", " + other + ")";
        if (one.isSamePlaceAs(other)) {
            return couple.sameDatabase().orElseThrow();
        }
        if (one.isSameServerAs(other)) {
            return Verdict.broken("two servers", both + " are one server: system identifier and start time are equal");
        }
        if (one.repeats(other)) {
            return Verdict.broken(
                    "two servers with data of their own", both + ": they are one cluster and its standbys");
        }
        return Verdict.held(
                one.identifier().equals(other.identifier())
                        ? both + " are copies of one cluster, started at different times"
                        : both + " have different system identifiers");
    }
}
