package dev.envproof.report.page;

/** A whole page in one file: it loads nothing, and a browser runs nothing in it but its own script. */
public final class Document {
    private Document() {}

    /** @param data what the script reads, as {@link ScriptJson} writes it */
    public static String of(String title, Markup body, String data) {
        Assets assets = Assets.load();
        Markup head = new Markup();
        head.open("meta", "charset", "utf-8");
        head.open("meta", "http-equiv", "Content-Security-Policy", "content", assets.policy());
        head.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        head.open("meta", "name", "color-scheme", "content", "light dark");
        head.leaf("title", title);
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n" + head + "<style>" + assets.style()
                + "</style>\n</head>\n"
                + "<body>\n" + body + "<script type=\"application/json\" id=\"data\">" + data + "</script>\n<script>"
                + assets.script() + "</script>\n</body>\n</html>\n";
    }
}
