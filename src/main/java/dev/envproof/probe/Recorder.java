package dev.envproof.probe;

import dev.envproof.evidence.CommandLine;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.probe.Ask.Header;
import java.util.ArrayList;
import java.util.List;

/** Makes the evidence of one exchange: redacted first, cut second, escaped last. */
record Recorder(Redaction redaction, Ask ask) {
    private static final int LINE = 300;
    private static final int BODY = 2 * 1024;

    Exchange answered(String statusLine, List<Header> headers, String body) {
        List<String> lines = new ArrayList<>();
        lines.add(safe(statusLine, LINE));
        headers.forEach(header -> lines.add(line(header)));
        if (!body.isEmpty()) {
            lines.add("");
            redaction.redact(body, BODY).lines().map(VisibleText::of).forEach(lines::add);
        }
        if (body.length() > BODY) {
            lines.add("... (%d characters)".formatted(body.length()));
        }
        return exchange(lines);
    }

    Exchange failed(Reply.Stage stage, String why) {
        return exchange(List.of("no answer: " + stage + ": " + why));
    }

    String safe(String text, int longest) {
        String shown = VisibleText.of(redaction.redact(text, longest));
        return text.length() > longest ? "%s... (%d characters)".formatted(shown, text.length()) : shown;
    }

    private Exchange exchange(List<String> answer) {
        List<String> request = new ArrayList<>();
        request.add(safe(ask.method() + " " + ask.address(), 2 * LINE));
        ask.headers().forEach(header -> request.add(line(header)));
        if (!ask.body().isEmpty()) {
            request.add("");
            request.add(safe(ask.body(), BODY));
        }
        return new Exchange(String.join("\n", request), answer, again());
    }

    private String line(Header header) {
        return safe(header.name() + ": " + header.value(), LINE);
    }

    private String again() {
        CommandLine curl = CommandLine.of("curl", redaction).with(ask.method().equals("HEAD") ? "-sI" : "-si");
        if (!ask.method().equals("HEAD") && !ask.method().equals("GET")) {
            curl = curl.with("-X").with(ask.method());
        }
        for (Header header : ask.headers()) {
            // curl leaves out a header whose value is empty, unless a semicolon ends its name
            String line = header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value();
            curl = curl.with("-H").with(line);
        }
        if (!ask.body().isEmpty()) {
            curl = curl.with("--data-binary").with(ask.body());
        }
        return curl.with(ask.address().toString()).text();
    }
}
