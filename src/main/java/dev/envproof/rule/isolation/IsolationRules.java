package dev.envproof.rule.isolation;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code isolation}; a new one is one more line here. */
public final class IsolationRules {
    private IsolationRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new CacheAsksForAPassword(),
                new CacheConnectionsAreEncrypted(),
                new CacheIsKeptOnDisk(),
                new CacheIsReplicated(),
                new CachedEntriesStayHome(),
                new AliasesLeadToOwnIndices(),
                new AnonymisedDataNameNobody(),
                new ConnectionsAreEncrypted(),
                new ContainersAreOnTheirOwnNetworks(),
                new DatabaseHasItsDeclaredName(),
                new DatabasePointsToNoSibling(),
                new DatabasesAreDifferentServers(),
                new EachEnvironmentHasItsOwnCache(),
                new DocumentsAreFoundAtHomeOnly(),
                new DocumentsStayUnderTheirPrefix(),
                new EachEnvironmentHasItsOwnDatabase(),
                new ExtensionsAreInstalled(),
                new IndexesAreInPlace(),
                new MailReachesItsRecipients(),
                new MailStaysInItsOwnOutbox(),
                new MailStaysInTheShadow(),
                new MigrationsAreInStep(),
                new NamesResolveToOneEnvironment(),
                new NetworksAreNotShared(),
                new PersonalDataStaysHome(),
                new PrivateBucketIsPrivate(),
                new RowSecurityIsOn(),
                new SchemasAreInPlace(),
                new ServerMajorIsAsDeclared(),
                new SharedGraphIsReadOnly(),
                new StorageFollowsTheEnvironment(),
                new StorePortsArePublishedAsDeclared(),
                new StoreUserBelongsToItsEnvironment(),
                new StructureIsTheSame(),
                new VolumesAreNotShared());
    }
}
