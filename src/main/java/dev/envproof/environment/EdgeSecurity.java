package dev.envproof.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the front door of an environment must keep to where it speaks https.
 *
 * @param certificateDays the fewest days that a certificate may have left
 * @param ownCertificate whether a certificate that nobody vouches for is meant, as on a developer's machine
 * @param hstsDays the fewest days for which browsers must be told to use https alone (RFC 6797)
 * @param includeSubdomains whether they must be told so for every subdomain
 * @param contentPolicyRequired whether pages must have a Content-Security-Policy
 * @param redirectHops the most redirects that may lead from http to an answer
 * @param indexed whether search engines may list it; empty leaves that to production alone
 * @param openConsoles paths of consoles that are meant to be open
 * @param consoles addresses of consoles that must be closed, beside the well-known ones
 * @param sharedHosts hosts that its cookies and pages may share with other environments
 */
public record EdgeSecurity(
        int certificateDays,
        boolean ownCertificate,
        int hstsDays,
        boolean includeSubdomains,
        boolean contentPolicyRequired,
        int redirectHops,
        Optional<Boolean> indexed,
        List<String> openConsoles,
        List<String> consoles,
        Set<String> sharedHosts) {
    public static final int CERTIFICATE_DAYS = 30;
    public static final int HSTS_DAYS = 180;
    public static final int REDIRECT_HOPS = 5;
    private static final EdgeSecurity DEFAULT = new EdgeSecurity(
            CERTIFICATE_DAYS,
            false,
            HSTS_DAYS,
            false,
            true,
            REDIRECT_HOPS,
            Optional.empty(),
            List.of(),
            List.of(),
            Set.of());

    public EdgeSecurity {
        openConsoles = List.copyOf(openConsoles);
        consoles = List.copyOf(consoles);
        sharedHosts = Set.copyOf(sharedHosts);
    }

    /** What holds where a file says nothing. */
    public static EdgeSecurity unlessDeclared() {
        return DEFAULT;
    }

    /** Whether search engines may list an environment of a system. */
    public boolean mayBeIndexed(SystemUnderTest system, Environment environment) {
        return indexed.orElseGet(() -> system.isLastOfPromotion(environment));
    }
}
