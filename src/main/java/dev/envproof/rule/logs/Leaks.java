package dev.envproof.rule.logs;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.logs.LogProbe;
import dev.envproof.probe.logs.LogProbe.Leak;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges leaks of one kind. */
final class Leaks {
    private static final int MOST = 5;

    private Leaks() {}

    static Verdict judge(LogProbe.Seen seen, Leak.Kind kind, String expected) {
        List<Leak> leaks =
                seen.leaks().stream().filter(leak -> leak.kind() == kind).toList();
        if (!leaks.isEmpty()) {
            return new Verdict.Broken(expected, sentence(leaks), exchanges(leaks));
        }
        String where = seen.linesRead() + " log lines and " + seen.answersRead() + " answers";
        if (kind != Leak.Kind.IN_ANSWER && !seen.unread().isEmpty()) {
            return Verdict.inconclusive("the log can't be read of " + String.join(", ", seen.unread()));
        }
        return seen.searched() == 0 || read(seen, kind) == 0
                ? Verdict.inconclusive("searched " + where + " for " + seen.searched()
                        + " secrets: where the look is at nothing, nothing can be found")
                : Verdict.held("none of " + seen.searched() + " secrets in " + where);
    }

    /** Lines say nothing about answers, nor answers about lines. */
    private static int read(LogProbe.Seen seen, Leak.Kind kind) {
        return switch (kind) {
            case IN_LOG -> seen.linesRead();
            case IN_ANSWER -> seen.answersRead();
            case HASH -> seen.linesRead() + seen.answersRead();
        };
    }

    private static String sentence(List<Leak> leaks) {
        List<String> found = leaks.stream()
                .map(leak -> leak.secret() + " in " + leak.where())
                .distinct()
                .toList();
        String more = found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "";
        return found.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }

    private static List<Exchange> exchanges(List<Leak> leaks) {
        return leaks.stream()
                .map(Leak::exchange)
                .flatMap(Optional::stream)
                .limit(MOST)
                .toList();
    }
}
