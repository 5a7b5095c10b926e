package dev.envproof.rule.health;

import dev.envproof.probe.Likeness;
import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Verdict;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges place by place; a poll that another rule of the family owns leaves the verdict open. */
final class Places {
    private Places() {}

    static Verdict each(HealthProbe.Seen seen, Function<HealthPlace, Verdict> judge) {
        return Verdict.all(seen.places().stream().map(judge).toList());
    }

    static boolean isFrontPage(HealthPlace place) {
        return place.likeness().orElse(0) >= Likeness.SAME_PAGE;
    }

    static Verdict held(HealthPlace place, Poll poll) {
        return Verdict.held(text(place, poll), poll.exchange());
    }

    static Verdict broken(String expected, HealthPlace place, Poll poll) {
        return Verdict.broken(expected, text(place, poll), poll.exchange());
    }

    /** Nothing there that this rule could judge; the polls say why, one that was not answered first. */
    static Verdict open(HealthPlace place) {
        return Stream.concat(
                        place.polls().stream().filter(poll -> !(poll instanceof Poll.Answered)), place.polls().stream())
                .findFirst()
                .map(poll -> Verdict.inconclusive(text(place, poll), poll.exchange()))
                .orElseGet(() -> Verdict.inconclusive(place.says() + " was not asked"));
    }

    static String text(HealthPlace place, Poll poll) {
        return place.says() + ": " + poll.says();
    }
}
