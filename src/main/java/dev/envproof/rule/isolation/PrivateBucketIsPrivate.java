package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.Reply.NoAnswer;
import dev.envproof.probe.store.BucketProbe;
import dev.envproof.probe.store.BucketProbe.Attempt;
import dev.envproof.probe.store.BucketProbe.Bucket;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Set;

/** An object of a private bucket is read with the key, and in no way without it. */
@Card(
        id = "isolation/private-bucket-is-private",
        says = "nobody reads the private bucket without its key",
        severity = Severity.CRITICAL,
        because = "whoever guesses or learns a name downloads people's documents",
        remedy = "set the bucket to private and hand out signed URLs that expire",
        requires = Need.PRIVATE_BUCKET,
        trippedBy = Fault.ISOLATION_PRIVATE_BUCKET_PUBLIC,
        verifies = {"JP-01", "JP-14", "IN-12", "CE-17"})
public final class PrivateBucketIsPrivate implements Rule.OfEnvironment<BucketProbe.Seen> {
    /** What storage APIs say no with; any other status leaves open what the next request gets. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403, 404);

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, BucketProbe.Seen seen) {
        return Verdict.all(seen.buckets().stream()
                .flatMap(bucket -> bucket.withoutKey().stream().map(attempt -> judge(bucket, attempt)))
                .toList());
    }

    private static Verdict judge(Bucket bucket, Attempt attempt) {
        if (bucket.content().isEmpty()) {
            return Verdict.inconclusive("the control failed: its key reads no object of " + bucket.name());
        }
        Reply reply = attempt.reply();
        if (reply instanceof NoAnswer none) {
            return Verdict.inconclusive(none.stage() + ": " + none.why(), none.exchange());
        }
        Answer answer = (Answer) reply;
        if (answer.status() / 100 == 2
                && bucket.content().filter(answer.body()::equals).isPresent()) {
            return Verdict.broken(
                    "a refusal, as the key is needed", "the object was read " + attempt.how(), answer.exchange());
        }
        return REFUSALS.contains(answer.status())
                ? Verdict.held("refused " + attempt.how() + ": " + answer.status(), answer.exchange())
                : Verdict.inconclusive(
                        answer.status() + " " + attempt.how() + " is neither the object nor a refusal",
                        answer.exchange());
    }
}
