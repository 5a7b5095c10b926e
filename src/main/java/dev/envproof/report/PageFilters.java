package dev.envproof.report;

import dev.envproof.report.page.Markup;

/** The controls that the script fills: filters above what they filter, and the panel in which a cell opens. */
final class PageFilters {
    private PageFilters() {}

    static void addTo(Markup page) {
        page.open("form", "id", "filters", "class", "filters script", "role", "search", "aria-label", "Filters");
        page.open("label", "class", "search").leaf("span", "Search", "class", "unseen");
        page.open(
                "input",
                "id",
                "text",
                "type",
                "search",
                "autocomplete",
                "off",
                "spellcheck",
                "false",
                "placeholder",
                "Search rules and what was seen  ( / )");
        page.close("label");
        select(page, "family", "Family");
        select(page, "environment", "Environment");
        page.leaf("button", "Reset", "type", "reset", "class", "quiet");
        page.open("div", "id", "verdicts", "class", "chips", "role", "group", "aria-label", "Verdict")
                .close("div");
        page.open("div", "id", "severities", "class", "chips", "role", "group", "aria-label", "Severity")
                .close("div");
        page.open("p", "id", "shown", "role", "status").close("p");
        page.close("form");
    }

    static void addPanel(Markup page) {
        page.open(
                "aside",
                "id",
                "panel",
                "class",
                "panel script",
                "role",
                "dialog",
                "aria-labelledby",
                "panel-title",
                "hidden",
                "");
        page.open("header").open("h2", "id", "panel-title", "tabindex", "-1").close("h2");
        page.leaf("button", "Close", "type", "button", "id", "panel-close", "class", "quiet")
                .close("header");
        page.open("div", "id", "panel-body").close("div");
        page.close("aside");
    }

    private static void select(Markup page, String id, String name) {
        page.open("label").leaf("span", name, "class", "unseen");
        page.open("select", "id", id).close("select").close("label");
    }
}
