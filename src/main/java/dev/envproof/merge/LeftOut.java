package dev.envproof.merge;

import dev.envproof.suite.NotApplicable;
import java.util.List;

/** A rule that does not apply, in {@code shard.json}. */
record LeftOut(String rule, List<String> subject, String why) {
    LeftOut {
        subject = List.copyOf(subject);
    }

    static LeftOut of(NotApplicable rule) {
        return new LeftOut(rule.card().id(), SubjectNames.of(rule.subject()), rule.why());
    }
}
