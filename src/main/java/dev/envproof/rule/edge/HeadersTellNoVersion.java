package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** After the list of the OWASP Secure Headers Project; a bare product name is allowed. */
@Card(
        id = "edge/headers-tell-no-version",
        says = "no answer tells the version of what made it",
        severity = Severity.LOW,
        because = "who knows the version knows its holes",
        remedy = "switch the version off (`server_tokens off`, `X-Powered-By`), or strip such headers at the edge",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_VERSION_TOLD,
        verifies = {"EP-11", "CE-16"})
public final class HeadersTellNoVersion implements Rule.OfEnvironment<AnswerProbe.Seen> {
    private static final Pattern NAMES =
            Pattern.compile("(?i)server|powered-by|product|x-(redirect-|cf-|server-)?powered-"
                    + "(by|cms)(-.*)?|x-aspnet(mvc)?-version|x-generator|x-cms|x-framework|x-server|x-.*-version|.*-version|"
                    + "liferay-portal|x-jitsi-release|x-atmosphere-.*|x-varnish-backend|x-owa-version|x-beserver|x-runtime-version|"
                    + "x-litespeed-.*|via-version|microsoftsharepointteamservices");
    /** {@code nginx/1.27.2}, {@code PHP 8.3}, {@code v4}: a number that belongs to a product. */
    private static final Pattern VERSION = Pattern.compile("(?i)(/|\\bv|\\s|^)\\d+(\\.\\d+)*|\\d\\.\\d");

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen, asked -> true, "nothing of the kind was answered", (asked, answer) -> judge(asked, answer));
    }

    private static Verdict judge(EdgeAnswer asked, Answer answer) {
        List<String> told = answer.headers().stream()
                .filter(header -> NAMES.matcher(header.name()).matches())
                .filter(header -> header.name().toLowerCase(Locale.ROOT).contains("version")
                        || VERSION.matcher(header.value()).find())
                .map(header -> header.name() + ": " + header.value())
                .toList();
        return told.isEmpty()
                ? Verdict.held(asked.says() + " tells none", answer.exchange())
                : Verdict.broken(
                        "product names at most", asked.says() + " tells " + String.join(", ", told), answer.exchange());
    }
}
