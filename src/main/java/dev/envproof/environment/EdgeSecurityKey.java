package dev.envproof.environment;

import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Range;
import java.util.Set;

/** Decodes the key {@code edge-security} of an environment's file. */
final class EdgeSecurityKey {
    private static final Range DAYS = new Range(0, 3_650);

    private EdgeSecurityKey() {}

    static EdgeSecurity decode(Fields keys) {
        return new EdgeSecurity(
                keys.number("certificate-days", DAYS, EdgeSecurity.CERTIFICATE_DAYS),
                keys.word("certificate", Certificate.class, Certificate.PUBLIC) == Certificate.OWN,
                keys.number("hsts-days", DAYS, EdgeSecurity.HSTS_DAYS),
                keys.word("include-subdomains", Demand.class, Demand.OPTIONAL) == Demand.REQUIRED,
                keys.word("content-policy", Demand.class, Demand.REQUIRED) == Demand.REQUIRED,
                keys.number("redirect-hops", new Range(1, 20), EdgeSecurity.REDIRECT_HOPS),
                keys.optionalWord("indexing", Indexing.class).map(Indexing.ALLOWED::equals),
                keys.optionalTexts("open-consoles", Forms.PATH),
                keys.optionalTexts("consoles", Forms.SERVICE_URL),
                Set.copyOf(keys.optionalTexts("shared-hosts", Forms.HOST)));
    }

    private enum Certificate {
        PUBLIC,
        OWN
    }

    private enum Demand {
        REQUIRED,
        OPTIONAL
    }

    private enum Indexing {
        ALLOWED,
        FORBIDDEN
    }
}
