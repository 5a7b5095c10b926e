package dev.envproof.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A report as one text. */
final class Written {
    private Written() {}

    static String by(Report.Body report, Outcome outcome) {
        StringWriter text = new StringWriter();
        try {
            report.write(outcome, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text written to memory", impossible);
        }
        return text.toString();
    }
}
