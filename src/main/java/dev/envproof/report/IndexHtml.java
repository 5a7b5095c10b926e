package dev.envproof.report;

import dev.envproof.report.page.Document;
import dev.envproof.report.page.Markup;
import java.nio.file.Path;

/** {@code index.html}: the run as a page to browse; what is wrong comes first. Its size is bounded, whatever the run is. */
final class IndexHtml {
    static final String FILE = "index.html";

    private IndexHtml() {}

    /** @param folder of the reports, where a proof may have left its matrix */
    static String of(Outcome outcome, Path folder) {
        PageChoice choice = PageChoice.of(outcome);
        Markup body = new Markup();
        body.leaf("a", "Skip to what is wrong", "class", "skip", "href", "#wrong");
        PageHead.addTo(body, outcome);
        body.open("main", "id", "main");
        PageGate.addTo(body, outcome);
        PageWatch.addTo(body, outcome);
        PageFilters.addTo(body);
        PageWrong.addTo(body, outcome, choice);
        PageMatrix.addTo(body, choice);
        PageHistory.addTo(body, outcome.watch().past());
        PageWaivers.addTo(body, outcome.waivers());
        PageNotApplicable.addTo(body, outcome.findings().notApplicable());
        PageProof.addTo(body, folder);
        body.close("main");
        PageFilters.addPanel(body);
        return Document.of(title(outcome), body, PageData.of(outcome, choice));
    }

    private static String title(Outcome outcome) {
        return "Gate " + outcome.gate().word() + ": " + outcome.findings().system() + " - envproof";
    }
}
