package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.flags.ExposureProbe;
import dev.envproof.probe.flags.RouteExposure;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "flags/mocks-stay-out",
        says = "results are real where mocks are forbidden",
        severity = Severity.HIGH,
        because = "users get invented results, and tests of this environment prove nothing",
        remedy = "switch mocks of external services off in this environment, or declare `mocks: allowed`",
        requires = Need.MOCKS_FORBIDDEN,
        trippedBy = Fault.FLAGS_MOCKS_ON,
        verifies = {"JP-17", "EA-07"})
public final class MocksStayOut implements Rule.OfEnvironment<ExposureProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ExposureProbe.Seen seen) {
        return Verdict.all(seen.routes().stream().map(MocksStayOut::judge).toList());
    }

    private static Verdict judge(RouteExposure route) {
        if (route.doubt().isPresent()) {
            return Verdict.inconclusive(route.path() + ": " + route.doubt().get());
        }
        return route.answers()
                .filter(answer -> MockMarker.in(answer).isPresent())
                .findFirst()
                .map(answer -> Verdict.broken(
                        "no mark of a mock",
                        MockMarker.in(answer).orElseThrow() + " says mock, at " + route.path(),
                        answer.exchange()))
                .orElseGet(() ->
                        Verdict.held("no mark of a mock", route.plain().get(0).exchange()));
    }
}
