package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RateLimit;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.flags.Burst;
import dev.envproof.probe.flags.RateLimitProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "flags/rate-limit-lets-the-burst-pass",
        says = "the declared burst passes",
        severity = Severity.MEDIUM,
        because = "users who do nothing wrong are turned away",
        remedy = "raise the limit to the declared burst",
        requires = Need.RATE_LIMIT,
        trippedBy = Fault.FLAGS_RATE_LIMIT_TOO_TIGHT,
        verifies = {"JP-12", "JP-23"})
public final class RateLimitLetsTheBurstPass implements Rule.OfEnvironment<RateLimitProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, RateLimitProbe.Seen seen) {
        RateLimit limit = environment.rateLimit().orElseThrow();
        return seen.burst()
                .map(burst -> judge(limit, burst))
                .orElseGet(() -> Verdict.inconclusive("nothing was looked at"));
    }

    private static Verdict judge(RateLimit limit, Burst burst) {
        if (burst.doubt().isPresent()) {
            return new Verdict.Inconclusive(burst.doubt().get(), burst.exchanges());
        }
        String saw = "%d of %d passed".formatted(burst.passed(), burst.sent());
        return burst.isFull(limit)
                ? new Verdict.Held(saw, burst.exchanges())
                : new Verdict.Broken("%d pass at once".formatted(limit.burst()), saw, burst.exchanges());
    }
}
