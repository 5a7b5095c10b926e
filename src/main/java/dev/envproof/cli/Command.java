package dev.envproof.cli;

import java.util.List;

/** One command of the jar; {@link Commands} lists them. */
interface Command {
    /** The word that calls it. */
    String name();

    /** What may follow the word, as a line of help shows it: {@code [--json] RULE}. */
    String takes();

    /** What it does, in one line of help. */
    String purpose();

    /** What {@code envproof NAME --help} prints. */
    default String help() {
        return "usage: envproof " + (name() + " " + takes()).strip() + "\n" + purpose() + "\n";
    }

    /** The options that shells complete: {@code --json}. */
    default List<String> options() {
        return List.of();
    }

    /** Names that may follow, for shells to complete. */
    default List<String> words() {
        return List.of();
    }

    /**
     * @param arguments what followed the word
     * @throws RuntimeException of a kind that {@link dev.envproof.run.Complaint} names, for whatever a user can mend
     */
    ExitCode run(List<String> arguments, Session session);
}
