package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RateLimit;
import dev.envproof.fault.Fault;
import dev.envproof.probe.flags.Burst;
import dev.envproof.probe.flags.RateLimitProbe.Seen;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Stream;

@Card(
        id = "flags/rate-limits-narrow-towards-production",
        says = "the environment nearer to production lets no more pass",
        severity = Severity.LOW,
        because = "what passes every test before production is then turned away, or abuse is not",
        remedy = "declare burst sizes that only narrow along the system's `promotion`",
        requires = {Need.RATE_LIMIT, Need.PROMOTION},
        trippedBy = Fault.FLAGS_RATE_LIMITS_UPSIDE_DOWN,
        verifies = "JP-23",
        unordered = true)
public final class RateLimitsNarrowTowardsProduction implements Rule.OfPair<Seen> {
    @Override
    public Verdict judge(Environment from, Seen seenInFrom, Environment to, Seen seenInTo) {
        if (seenInFrom.burst().isEmpty() || seenInTo.burst().isEmpty()) {
            return Verdict.inconclusive("nothing was looked at");
        }
        Limited one = new Limited(from, seenInFrom.burst().get());
        Limited other = new Limited(to, seenInTo.burst().get());
        return seenInFrom.station() < seenInTo.station() ? judge(one, other) : judge(other, one);
    }

    private static Verdict judge(Limited wider, Limited nearer) {
        if (!wider.isLimited() || !nearer.isLimited()) {
            return Verdict.inconclusive("no limit was met; see flags/rate-limit-holds");
        }
        String saw = "%s lets %d pass, %s %d".formatted(wider.name(), wider.passed(), nearer.name(), nearer.passed());
        return nearer.passed() - nearer.refill() <= wider.passed()
                ? new Verdict.Held(saw, List.of())
                : new Verdict.Broken(
                        "%s lets no more pass than %s".formatted(nearer.name(), wider.name()),
                        saw,
                        Stream.of(wider, nearer)
                                .flatMap(limited -> limited.burst().exchanges().stream())
                                .toList());
    }

    private record Limited(Environment environment, Burst burst) {
        String name() {
            return environment.name();
        }

        int passed() {
            return burst.passed();
        }

        boolean isLimited() {
            return burst.doubt().isEmpty() && burst.limited() > 0;
        }

        /** What was refilled while the burst was sent. */
        long refill() {
            RateLimit limit = environment.rateLimit().orElseThrow();
            return burst.allowed(limit) - limit.burst();
        }
    }
}
