package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.fault.Fault;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code explain cors/foreign-origin-is-refused}: a rule's card. */
final class ExplainCommand implements Command {
    private static final Pattern KEY = Pattern.compile("`([a-z-]+(?:\\.[a-z-]+)*)(?:: [a-z]+)?`");

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String takes() {
        return "RULE";
    }

    @Override
    public String purpose() {
        return "a rule's harm, remedy, needs and faults";
    }

    @Override
    public List<String> words() {
        return Inventory.rules().stream().map(Card::id).toList();
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        List<String> words = Given.to(this, arguments).words();
        if (words.size() != 1) {
            throw Given.wrong(this, "takes one rule; `list rules` names them all");
        }
        List<Card> cards = Inventory.rules();
        List<String> ids = cards.stream().map(Card::id).toList();
        String id = words.get(0);
        if (!ids.contains(id)) {
            throw new UnknownName("explain " + KeyPath.shown(id) + ": unknown rule" + Nearest.question(id, ids)
                    + " (`list rules` names them all)");
        }
        cards.stream()
                .filter(card -> card.id().equals(id))
                .flatMap(card -> lines(card).stream())
                .forEach(session.out()::println);
        return ExitCode.OPEN;
    }

    private static List<String> lines(Card card) {
        return List.of(
                card.id(),
                "  says:       an environment is healthy where " + card.says(),
                "  severity:   " + card.severity().name().toLowerCase(Locale.ROOT),
                "  because:    " + card.because(),
                "  remedy:     " + card.remedy(),
                "  requires:   " + joined(Arrays.stream(card.requires()).map(Need::says), "nothing"),
                "  documented: " + documented(card),
                "  tripped by: " + joined(Arrays.stream(card.trippedBy()).map(Fault::id), "nothing"),
                "  verifies:   " + joined(Arrays.stream(card.verifies()), "-"),
                "  see it:     -Dfault="
                        + Arrays.stream(card.trippedBy())
                                .findFirst()
                                .map(Fault::id)
                                .orElse("-"));
    }

    private static String documented(Card card) {
        String keys = keys(card).stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
        return keys.isEmpty() ? "docs/environments.md" : "docs/environments.md at " + keys;
    }

    /** The keys of files that a rule needs. */
    static List<String> keys(Card card) {
        return Arrays.stream(card.requires())
                .flatMap(need -> KEY.matcher(need.says()).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static String joined(Stream<String> texts, String none) {
        String joined = texts.collect(Collectors.joining("; "));
        return joined.isEmpty() ? none : joined;
    }
}
