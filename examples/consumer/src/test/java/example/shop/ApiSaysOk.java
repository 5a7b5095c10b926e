package example.shop;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The shop's load balancer reads this one word, and nothing else of the answer. */
@Card(
        id = "shop/api-says-ok",
        says = "the api's health says ok",
        severity = Severity.HIGH,
        because = "the load balancer reads this word, and takes the shop out of service without it",
        remedy = "answer with the status ok while the api can take orders",
        requires = Need.HEALTH,
        trippedBy = Fault.HEALTH_UNHEALTHY_BODY,
        verifies = "SHOP-1")
public final class ApiSaysOk implements Rule.OfEnvironment<HealthProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, HealthProbe.Seen seen) {
        return Verdict.all(
                seen.places().stream().flatMap(HealthPlace::answers).map(ApiSaysOk::judge).toList());
    }

    private static Verdict judge(Poll.Answered answer) {
        String said = answer.state().orElse("nothing");
        return said.equals("ok")
                ? Verdict.held("ok", answer.exchange())
                : Verdict.broken("ok", said, answer.exchange());
    }
}
