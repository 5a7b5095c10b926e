package dev.envproof.report;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Function;

/** One file of the reports, and what writes it. */
final class Report {
    private final String file;
    private final Body body;

    private Report(String file, Body body) {
        this.file = file;
        this.body = body;
    }

    /** A file that is bounded, made as one text. */
    Report(String file, Function<Outcome, String> text) {
        this(file, (Body) (outcome, to) -> to.write(text.apply(outcome)));
    }

    /** A file that holds every finding: it is written piece by piece. */
    static Report streamed(String file, Body body) {
        return new Report(file, body);
    }

    String file() {
        return file;
    }

    void write(Outcome outcome, Writer to) throws IOException {
        body.write(outcome, to);
    }

    /** Writes a file's text. */
    interface Body {
        void write(Outcome outcome, Writer to) throws IOException;
    }
}
