package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Database;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where a file requires TLS to a store, the session that its variable leads to is encrypted. */
@Card(
        id = "isolation/connections-are-encrypted",
        says = "connections to its stores are encrypted where its file requires that",
        severity = Severity.HIGH,
        because = "whoever is on the way reads the password and every row",
        remedy = "turn TLS on at the server and set sslmode=require, or stricter, in the URL",
        requires = Need.TLS,
        trippedBy = Fault.ISOLATION_CONNECTION_WITHOUT_TLS,
        verifies = "JP-01")
public final class ConnectionsAreEncrypted implements Rule.OfEnvironment<StoreProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, StoreProbe.Seen seen) {
        return Verdict.all(environment.stores().stream()
                .filter(StoreAddress::tlsRequired)
                .filter(address -> !isRedis(system, address)) // see isolation/cache-connections-are-encrypted
                .map(address -> judge(address, seen))
                .toList());
    }

    private static boolean isRedis(SystemUnderTest system, StoreAddress address) {
        return system.store(address.store())
                .filter(Store.Redis.class::isInstance)
                .isPresent();
    }

    private static Verdict judge(StoreAddress address, StoreProbe.Seen seen) {
        return seen.databases().stream()
                .filter(database -> database.store().equals(address.store()))
                .findFirst()
                .map(ConnectionsAreEncrypted::judge)
                .orElseGet(() -> ofUrl(address, seen));
    }

    private static Verdict ofUrl(StoreAddress address, StoreProbe.Seen seen) {
        return seen.https()
                .getOrDefault(address.store(), new Fact.Unknown<>("nobody looked at " + address.urlVariable()))
                .fold(
                        isHttps -> isHttps
                                ? Verdict.held(address.urlVariable() + " is an https URL")
                                : Verdict.broken("https", address.urlVariable() + " is a plain http URL"),
                        Verdict::inconclusive);
    }

    /** This session's encryption proves nothing of the next one's where the URL lets plain text pass. */
    private static Verdict judge(Database database) {
        if (database.weakMode().isPresent() && database.encrypted().known().orElse(false)) {
            return Verdict.broken(
                    "sslmode=require, or stricter",
                    database.variable() + " says sslmode=" + database.weakMode().get()
                            + ", which lets plain text pass");
        }
        return database.encrypted()
                .fold(
                        isEncrypted -> isEncrypted
                                ? Verdict.held("the session of " + database.variable() + " is encrypted")
                                : Verdict.broken(
                                        "an encrypted session",
                                        "the session of " + database.variable() + " is plain text"),
                        Verdict::inconclusive);
    }
}
