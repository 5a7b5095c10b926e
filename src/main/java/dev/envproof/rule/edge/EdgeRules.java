package dev.envproof.rule.edge;

import dev.envproof.rule.Rule;
import java.util.List;

/** Every rule of the family {@code edge}; a new one is one more line here. */
public final class EdgeRules {
    private EdgeRules() {}

    public static List<Rule<?>> all() {
        return List.of(
                new CertificateChainIsComplete(),
                new CertificateIsChosen(),
                new CertificateIsInForce(),
                new CertificateIsOfALiveAuthority(),
                new CertificateIsTrusted(),
                new CertificateKeysAreStrong(),
                new CertificateLastsLongEnough(),
                new CertificateNamesItsHost(),
                new ConsolesAreClosed(),
                new ContentTypesAreNotGuessed(),
                new CookiesStayInTheirEnvironment(),
                new ForwardedHostIsNotBelieved(),
                new HeadersTellNoVersion(),
                new HttpLeadsToHttps(),
                new HttpsIsDemanded(),
                new OldProtocolsAreRefused(),
                new OnlyProductionIsIndexed(),
                new PagesCallTheirOwnEnvironment(),
                new PagesHoldNoKeys(),
                new PagesLimitTheirScripts(),
                new PagesRefuseForeignFrames(),
                new RedirectsComeToAnEnd(),
                new RedirectsStayOnTheirHost(),
                new ReferrersStayHome(),
                new SecurityHeadersAgree(),
                new SessionCookiesAreProtected());
    }
}
