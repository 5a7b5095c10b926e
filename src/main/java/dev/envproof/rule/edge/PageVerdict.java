package dev.envproof.rule.edge;

import dev.envproof.probe.Reply;
import dev.envproof.probe.edge.PageFile;
import dev.envproof.probe.edge.PageProbe;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What rules about pages share: each file is judged, and what could not be read leaves the verdict open. */
final class PageVerdict {
    private PageVerdict() {}

    static Verdict each(PageProbe.Seen seen, Function<PageFile, Verdict> judge) {
        List<Verdict> verdicts = new ArrayList<>();
        seen.files().forEach(file -> verdicts.add(judge.apply(file)));
        for (Reply reply : seen.unread()) {
            verdicts.add(Verdict.inconclusive("a page, or a file of it, gave no answer", reply.exchange()));
        }
        if (seen.isCut()) {
            verdicts.add(Verdict.inconclusive("there is more to read than is read"));
        }
        return Verdict.all(verdicts);
    }
}
