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
        id = "flags/rate-limit-holds",
        says = "more than the declared burst is turned away",
        severity = Severity.MEDIUM,
        because = "one caller can use up what the costly path can do for everyone",
        remedy = "switch the rate limit on with the declared burst and status",
        requires = Need.RATE_LIMIT,
        trippedBy = Fault.FLAGS_RATE_LIMIT_OFF,
        verifies = {"JP-12", "JP-23", "EA-06"})
public final class RateLimitHolds implements Rule.OfEnvironment<RateLimitProbe.Seen> {
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
        String saw =
                "%d of %d passed, %d got %d".formatted(burst.passed(), burst.sent(), burst.limited(), limit.status());
        if (burst.limitedOtherwise() > 0) {
            String other = saw + ", %d another status".formatted(burst.limitedOtherwise());
            return new Verdict.Broken("the status " + limit.status(), other, burst.exchanges());
        }
        long allowed = burst.allowed(limit);
        if (burst.passed() > allowed) {
            return new Verdict.Broken("at most %d pass".formatted(allowed), saw, burst.exchanges());
        }
        return burst.limited() > 0
                ? new Verdict.Held(saw, burst.exchanges())
                : new Verdict.Inconclusive("too slow to tell: the limit refilled meanwhile", burst.exchanges());
    }
}
